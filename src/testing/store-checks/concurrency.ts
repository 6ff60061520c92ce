import { ok } from 'node:assert/strict';
import type { AtomicStore } from '../../server/store/types.js';
import { long, type CheckContext, type Checks } from './check.js';
import { untilGone } from './lifetimes.js';
import { expectValue } from './values.js';

const CONTENDERS = 100;
const KEYS = 5;

/** Of many who ask at the same time, one gets it. */
export const concurrencyChecks: Checks = {
  'one of 100 concurrent putIfAbsent wins, and its value stays': async (context) => {
    await forKeys(context, async (key) => {
      await expectOneClaim(context, key);
    });
  },
  'one of 100 concurrent take gets the value': async (context) => {
    await forKeys(context, async (key) => {
      await context.store.set(key, 'value', long);
      const taken = await contend(context, (store) => store.take(key));
      const winners = taken.filter((value) => value !== undefined).length;
      ok(winners === 1, `take() gave one value to ${winners} of ${CONTENDERS}`);
    });
  },
  'one of 100 concurrent compareAndSwap wins, and its value stays': async (context) => {
    await forKeys(context, async (key) => {
      await context.store.set(key, 'before', long);
      const swapped = await contend(context, (store, index) =>
        store.compareAndSwap(key, 'before', String(index), long),
      );
      await expectOneWinner(context, 'compareAndSwap', key, swapped);
    });
  },
  'no increment by compareAndSwap is lost': async (context) => {
    const key = context.key('counter');
    await context.store.set(key, '0', long);
    const [workers, increments] = [10, 10];
    await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        for (let done = 0; done < increments;) {
          const store = worker % 2 === 0 ? context.store : context.other;
          const value = await store.get(key);
          if (value === undefined) throw new Error('the counter is gone');
          if (await store.compareAndSwap(key, value, String(Number(value) + 1), long)) done += 1;
        }
      }),
    );
    await expectValue(context.other, key, String(workers * increments));
  },
  'one of 100 who claim an expired key at the same time wins': async (context) => {
    const key = context.key('expired');
    await context.store.putIfAbsent(key, 'old', { ttl: 0.1 });
    await untilGone(context.store, key);
    await expectOneClaim(context, key);
  },
  'one of 100 gets a value that is taken and claimed at the same time': async (context) => {
    await forKeys(context, async (key) => {
      await context.store.set(key, 'first', long);
      const results = await contend(context, async (store, index) =>
        index % 2 === 0 ? await store.take(key) : await store.putIfAbsent(key, 'next', long),
      );
      const taken = results.filter((result) => typeof result === 'string').length;
      const put = results.filter((result) => result === true).length;
      const left = (await context.store.get(key)) === undefined ? 0 : 1;
      ok(1 + put === taken + left, `1 entry and ${put} more were written, ${taken} taken, ${left} left`);
    });
  },
};

function contend<T>(
  { store, other }: CheckContext,
  run: (store: AtomicStore, index: number) => Promise<T>,
): Promise<T[]> {
  return Promise.all(Array.from({ length: CONTENDERS }, (_, index) => run(index % 2 === 0 ? store : other, index)));
}

async function forKeys(context: CheckContext, run: (key: string) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: KEYS }, (_, index) => run(context.key(`key ${index}`))));
}

async function expectOneClaim(context: CheckContext, key: string): Promise<void> {
  const claimed = await contend(context, (store, index) => store.putIfAbsent(key, String(index), long));
  await expectOneWinner(context, 'putIfAbsent', key, claimed);
}

/** The contenders' values are their numbers. */
async function expectOneWinner({ other }: CheckContext, name: string, key: string, won: boolean[]): Promise<void> {
  const winners = won.filter(Boolean).length;
  ok(winners === 1, `${name}() told ${winners} of ${CONTENDERS} that they won`);
  await expectValue(other, key, String(won.indexOf(true)));
}
