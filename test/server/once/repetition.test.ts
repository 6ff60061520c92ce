import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LEASE } from '../../../src/server/once/claim.js';
import { newKey } from '../../../src/server/once/one-time-key.js';
import type { AtomicStore } from '../../../src/server/store/types.js';
import { defaultMessages } from '../../../src/shared/messages.js';
import { breakable, site } from './support.js';

let key: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  site();
  key = newKey();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
const ada = { name: 'Ada' };
const held = { name: 'Ada', what: 'held' };

/** Lets time pass until a promise is settled. */
async function answered<T>(promise: Promise<T>): Promise<T> {
  const settled = promise.then(
    () => true,
    () => true,
  );
  const passed = async () => void (await vi.advanceTimersByTimeAsync(20));
  while (!(await Promise.race([settled, passed()])));
  return promise;
}

describe('a repetition while the first is running', () => {
  test('waits for its outcome', async () => {
    const { post, done, release } = site();
    const first = post(held, { key });
    await vi.waitFor(() => expect(done).toHaveLength(1));
    const second = post(held, { key });
    await later(1);
    release();
    expect(await answered(second)).toEqual(await first);
    expect(done).toHaveLength(1);
  });

  test('is told so after two seconds, keeps its key, and gets the outcome later', async () => {
    const { post, done, release } = site();
    const first = post(held, { key });
    await vi.waitFor(() => expect(done).toHaveLength(1));
    const before = Date.now();
    const { code, error, note } = await answered(post(held, { key }));
    expect(Date.now() - before).toBeGreaterThanOrEqual(2000);
    expect([code, error?.status, error?.message]).toEqual(['SERVICE_UNAVAILABLE', 503, defaultMessages.running]);
    expect(note).toEqual({ kept: key, running: expect.stringMatching(/^action-form:once:/) });
    release();
    expect(await answered(post(held, { key }))).toEqual(await first);
    expect(done).toHaveLength(1);
  });

  test('is told so for as long as it takes: a handler that lives is not given up', async () => {
    const { post, done, release } = site();
    const first = post(held, { key });
    await vi.waitFor(() => expect(done).toHaveLength(1));
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await later(60);
      expect((await answered(post(held, { key }))).code).toBe('SERVICE_UNAVAILABLE');
    }
    release();
    expect(await answered(post(held, { key }))).toEqual(await first);
    expect(done).toHaveLength(1);
  });
});

test('other entries that were sent while the first ran do not make them new', async () => {
  const { post, done, release } = site();
  const first = post(held, { key });
  await vi.waitFor(() => expect(done).toHaveLength(1));
  await later(1);
  await post({ name: 'Eve' }, { key });
  await later(1);
  release();
  await first;
  await later(60);
  expect(await answered(post(held, { key }))).toEqual(await first);
  expect(done).toEqual(['Ada', 'Eve']);
});

describe('a process that died while it ran', () => {
  /** A process that dies while it runs, and another one. They share the store. */
  async function crashed() {
    const { store, inner, broken } = breakable();
    broken.add('compareAndSwap');
    const dead = site(store);
    await dead.post(ada, { key });
    return { ...site(inner), dead };
  }

  test('is still running for whom it may still be, then nobody knows: never a second run', async () => {
    const { post, done, dead } = await crashed();
    expect((await answered(post(ada, { key }))).code).toBe('SERVICE_UNAVAILABLE');
    await later(LEASE / 1000);
    for (let times = 0; times < 2; times += 1) {
      const { code, error, note } = await post(ada, { key });
      expect([code, error?.status, error?.message]).toEqual(['CONFLICT', 409, defaultMessages.outcomeUnknown]);
      expect(note?.kept).toBeUndefined();
    }
    expect([dead.done, done]).toEqual([['Ada'], []]);
  });

  test('can be followed by another try, which is meant', async () => {
    const { post, done } = await crashed();
    await later(LEASE / 1000 + 1);
    expect((await post(ada, {})).data).toMatchObject({ run: 'Ada1' });
    expect(done).toHaveLength(1);
  });

  test('does not keep other entries from being sent', async () => {
    const { post, done } = await crashed();
    expect((await post({ name: 'Eve' }, { key })).error).toBeUndefined();
    expect(done).toEqual(['Eve']);
  });
});

describe('a store that is back', () => {
  test('after a claim that was written, and not heard of: nobody waits for it, and the same again runs', async () => {
    const { inner } = breakable();
    let isDeaf = true;
    const { post, done } = site({
      ...inner,
      putIfAbsent: async (...args) => {
        const written = await inner.putIfAbsent(...args);
        if (isDeaf) throw new Error('away');
        return written;
      },
    } as AtomicStore);
    const { code, note } = await post(ada, { key });
    expect([code, note?.kept]).toEqual(['SERVICE_UNAVAILABLE', key]);
    isDeaf = false;
    // Who repeats it at once waits, until it is known that nobody runs it.
    const repeated = await answered(post(ada, { key }));
    expect(repeated.data).toMatchObject({ run: 'Ada1' });
    await later(2);
    expect(await answered(post(ada, { key }))).toEqual(repeated);
    expect(done).toEqual(['Ada']);
  });

  test('after a handler has run: what came of it is known after all', async () => {
    const { store, broken } = breakable();
    const { post, done } = site(store);
    broken.add('compareAndSwap');
    const first = await post(ada, { key });
    await later(5);
    broken.clear();
    await later(2);
    expect((await post(ada, { key })).data).toEqual(first.data);
    expect(done).toEqual(['Ada']);
  });
});

test('a store that fails while signs of life are given: the run goes on, and is settled when the store is back', async () => {
  const { store, inner, broken } = breakable();
  const writingAllTheSame: AtomicStore = {
    ...inner,
    // Written, and not heard of: the worst of both.
    compareAndSwap: async (...args) => {
      const written = await inner.compareAndSwap(...args);
      return broken.has('compareAndSwap') ? store.compareAndSwap(...args) : written;
    },
  };
  const { post, done, release } = site(writingAllTheSame);
  const first = post(held, { key });
  await vi.waitFor(() => expect(done).toHaveLength(1));
  broken.add('compareAndSwap');
  await later(LEASE / 1000 - 1);
  broken.clear();
  await later(LEASE / 1000);
  expect((await answered(post(held, { key }))).code).toBe('SERVICE_UNAVAILABLE');
  release();
  const { data } = await first;
  expect(await post(held, { key })).toMatchObject({ data });
  expect(done).toHaveLength(1);
});
