import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActionError } from '../../../src/server/action-error.js';
import { LEASE } from '../../../src/server/once/claim.js';
import type { Attempt } from '../../../src/server/once/attempt.js';
import { runOnce } from '../../../src/server/once/run-once.js';
import type { AtomicStore } from '../../../src/server/store/types.js';
import { testContext } from '../../../src/testing/test-context.js';
import { explore, type Scenario, type World } from './explore.js';

// Some thousand orders seal some ten thousand outcomes. Sealing has tests of its own.
vi.mock('../../../src/server/seal.js', () => ({
  seal: (text: string) => text,
  unseal: (text: string) => text,
}));

/** Some thousand orders take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What a post is answered with: what its handler came to, or the code of the error that says why there is nothing. */
type Answer = { run: string } | string;

interface Post {
  readonly process: number;
  readonly entries: string;
}

function attempt(store: AtomicStore, entries: string): Attempt {
  return {
    store,
    names: { claim: `claim ${entries}`, last: 'last' },
    ttl: 1000,
    context: testContext({}) as unknown as Attempt['context'],
    place: 'an action',
    note: { kept: 'key', running: undefined },
  };
}

/** Posts of one key, all at once; and how often a handler did what it does, by entries. */
function atOnce(posts: readonly Post[], { mortal, deaf }: { mortal?: number; deaf?: number } = {}) {
  let done: Record<string, number> = {};
  const scenario: Scenario<Answer> = {
    start(world) {
      done = {};
      return posts.map((post) => ({ process: post.process, answer: answer(post, world) }));
    },
    pass: async () => void (await vi.advanceTimersByTimeAsync(300)),
    ...(mortal !== undefined && { mortal }),
  };
  async function answer({ process, entries }: Post, world: World): Promise<Answer> {
    const handle = async () => {
      await world.pause(process);
      done[entries] = (done[entries] ?? 0) + 1;
      await world.pause(process);
      return { run: `${entries}${done[entries]}` };
    };
    const store = world.storeOf(process);
    return post(attempt(process === deaf ? deafStore(store) : store, entries), handle);
  }
  return { scenario, done: () => done };
}

/** What it claims is written, and it does not hear of it. */
function deafStore(store: AtomicStore): AtomicStore {
  const putIfAbsent: AtomicStore['putIfAbsent'] = async (...args) => {
    await store.putIfAbsent(...args);
    throw new Error('away');
  };
  return { ...store, putIfAbsent };
}

async function post(attempt: Attempt, handle: () => Promise<unknown>): Promise<Answer> {
  try {
    return (await runOnce(attempt, async () => {}, handle)) as Answer; // why: handlers here give nothing else
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return error.code;
  }
}

const a = (process: number): Post => ({ process, entries: 'A' });
const b = (process: number): Post => ({ process, entries: 'B' });

describe('whatever the order of the steps of several processes', () => {
  test.each([
    ['two of the same', [a(1), a(2)], undefined],
    ['three of the same', [a(1), a(2), a(3)], 300],
    ['two of the same and another', [a(1), a(2), b(3)], 300],
    ['two of each', [a(1), b(2), a(2), b(1)], 300],
  ])('%s: each is done once, and all are answered with what it came to', async (_, posts, sample) => {
    const { scenario, done } = atOnce(posts);
    const orders = await explore(
      scenario,
      async ({ answers, order }) => {
        const expected = posts.map(({ entries }) => ({ run: `${entries}1` }));
        expect(answers, order).toEqual(expected);
        for (const { entries } of posts) expect(done()[entries], order).toBe(1);
      },
      process.env['LONG'] ? sample && 20_000 : sample,
    );
    expect(orders).toBeGreaterThan(10);
  });

  test('a process that dies at any step: nothing is done twice, and nobody is told that it was done when it was not', async () => {
    const { scenario, done } = atOnce([a(1), a(2)], { mortal: 1 });
    const seen = new Set<string>();
    await explore(scenario, async ({ answers: [, answer], hasDied, store, order }) => {
      const handle = async () => ({ run: `A${(done()['A'] = (done()['A'] ?? 0) + 1)}` });
      vi.setSystemTime(Date.now() + LEASE);
      const later = await post(attempt(store, 'A'), handle);
      expect(done()['A'] ?? 0, order).toBeLessThanOrEqual(1);
      for (const told of [answer, later]) {
        if (typeof told === 'object') expect([told, done()['A']], order).toEqual([{ run: 'A1' }, 1]);
      }
      // Once known, an outcome stays known.
      if (typeof answer === 'object') expect(later, order).toEqual(answer);
      seen.add(`${hasDied ? 'died' : 'lived'}: ${name(answer)}, later ${name(later)}`);
    });
    expect([...seen].toSorted()).toEqual([
      'died: SERVICE_UNAVAILABLE, later CONFLICT',
      'died: done, later done',
      'lived: done, later done',
    ]);
  });
});

describe('a claim that is written, and not heard of', () => {
  test('whatever the order of the steps: who claimed runs nothing, and the other one does it once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { scenario, done } = atOnce([a(1), a(2)], { deaf: 1 });
    const orders = await explore(scenario, async ({ answers, order }) => {
      expect(answers, order).toEqual(['SERVICE_UNAVAILABLE', { run: 'A1' }]);
      expect(done()['A'], order).toBe(1);
    });
    expect(orders).toBeGreaterThan(2);
  });
});

function name(answer: Answer | undefined): string {
  return typeof answer === 'object' ? 'done' : String(answer);
}
