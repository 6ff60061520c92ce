import { fail, ok } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResultStore } from '../../server/store/types.js';
import { long, type CheckContext, type Checks } from './check.js';
import { expectValue } from './values.js';

const short = { ttl: 1 };
/** Milliseconds in which the steps before an entry expires have to be done, or they are tried again. */
const PROMPT = 500;
/** Milliseconds after which an entry of one second has to be gone. A store may count in whole seconds. */
const PATIENCE = 3000;

/** An entry is there until its time is over, and no longer. */
export const lifetimeChecks: Checks<ResultStore> = {
  'an entry is gone after its time': async ({ store, other, key }) => {
    await store.set(key('a'), 'value', short);
    await untilGone(other, key('a'));
  },
  'an entry is gone after a fraction of a second': async ({ store, key }) => {
    await store.set(key('a'), 'value', { ttl: 0.05 });
    await untilGone(store, key('a'));
  },
  'an entry is there before its time is over, be it a minute or a year': async ({ store, other, key }) => {
    const times = [60, 3600, 30 * 86_400, 365 * 86_400];
    for (const ttl of times) await store.set(key(String(ttl)), 'value', { ttl });
    await sleep(1500);
    for (const ttl of times) await expectValue(other, key(String(ttl)), 'value');
  },
  'set gives an entry a new time': async (context) => {
    const { store, other } = context;
    const [longer, shorter] = [await promptly(context, prolong), context.key('shorter')];
    await store.set(shorter, 'value', long);
    await other.set(shorter, 'value', short);
    await untilGone(store, shorter);
    await expectValue(store, longer, 'second');

    async function prolong(key: string) {
      await store.set(key, 'first', short);
      await other.set(key, 'second', long);
    }
  },
};

/** The same of claims. */
export const claimLifetimeChecks: Checks = {
  'a claim is gone after its time: it can be claimed again, and neither taken nor swapped': async (context) => {
    const { store, other, key } = context;
    const names = ['get', 'put', 'swap', 'take'];
    for (const name of names) await store.putIfAbsent(key(name), 'value', short);
    await untilGone(other, key('get'));
    await sleep(PROMPT);
    ok(!(await other.compareAndSwap(key('swap'), 'value', 'next', long)), 'compareAndSwap() found an expired entry');
    ok((await other.take(key('take'))) === undefined, 'take() gave an expired entry');
    ok(await other.putIfAbsent(key('put'), 'next', long), 'putIfAbsent() found an expired entry');
    await expectValue(store, key('put'), 'next');
  },
  'a claim that was refused does not prolong the first': async (context) => {
    const { store, other } = context;
    const key = await promptly(context, async (key) => {
      await store.putIfAbsent(key, 'first', short);
      await other.putIfAbsent(key, 'second', long);
    });
    await untilGone(store, key);
  },
  'a swap that was refused does not prolong the entry': async (context) => {
    const { store, other } = context;
    const key = await promptly(context, async (key) => {
      await store.putIfAbsent(key, 'first', short);
      await other.compareAndSwap(key, 'other', 'second', long);
    });
    await untilGone(store, key);
  },
  'compareAndSwap gives an entry a new time': async (context) => {
    const { store, other, key } = context;
    const longer = await promptly(context, async (key) => {
      await store.putIfAbsent(key, 'first', short);
      await other.compareAndSwap(key, 'first', 'second', long);
    });
    await store.putIfAbsent(key('shorter'), 'first', long);
    await other.compareAndSwap(key('shorter'), 'first', 'second', short);
    await untilGone(store, key('shorter'));
    await expectValue(store, longer, 'second');
  },
};

/** Waits for an entry of a short time to be gone, and fails when it stays. */
export async function untilGone(store: ResultStore, key: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while ((await store.get(key)) !== undefined) {
    if (Date.now() > end) fail(`an entry with a ttl of a second or less was there after ${PATIENCE} ms`);
    await sleep(50);
  }
}

/** Takes steps on a key before it can have expired: on a busy machine, with another key until they were quick enough. */
async function promptly({ key }: CheckContext<ResultStore>, steps: (key: string) => Promise<void>): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const started = Date.now();
    await steps(key(`attempt ${attempt}`));
    if (Date.now() - started < PROMPT) return key(`attempt ${attempt}`);
  }
  return fail(`two operations took more than ${PROMPT} ms, time and again`);
}
