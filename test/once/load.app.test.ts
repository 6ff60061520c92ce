/**
 * Many repetitions at once, in several processes. What was done is counted in a file outside of them.
 * A short form runs with the other tests; `LONG=1 npx vitest run --project apps test/once/load.app.test.ts` is the long one.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRedis, type RedisServer } from '../support/redis.js';
import { call, callUntilKnown, freshKey } from './caller.js';
import { type OnceApp, startOnceApp } from './once-app.js';
import { report } from './report.js';

const isLong = Boolean(process.env['LONG']);
const [keys, repetitions, repeats] = isLong ? [1000, 100, 1000] : [20, 20, 50];
const timeout = isLong ? 3_600_000 : 90_000;

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const stores = [
  { name: 'memory', processes: 1, of: () => '' },
  { name: 'SQLite', processes: 2, of: () => 'sqlite' },
  { name: 'Redis', processes: 2, of: () => redis.url },
];

describe.each(stores)('$processes processes with $name', ({ name, processes, of }) => {
  let once: OnceApp;
  beforeAll(async () => {
    once = await startOnceApp({ store: of(), processes });
  });
  afterAll(() => once.stop());
  const processOf = (index: number) => once.processes[index % processes]!;

  test(
    `${keys} keys, each sent ${repetitions} times at once: one run each, and all get its result`,
    { timeout },
    async () => {
      const started = performance.now();
      let comeAgain = 0;
      for (let index = 0; index < keys; index += 1) {
        const submission = { key: await freshKey(processOf(index)), name: `key ${index}`, wait: index % 20 };
        const calls = Array.from({ length: repetitions }, (_, at) => callUntilKnown(processOf(at), submission));
        const outcomes = await Promise.all(calls);
        const runs = once.log().filter((line) => line.name === submission.name);
        expect(runs).toHaveLength(1);
        for (const { answer, waited } of outcomes) {
          expect(answer).toMatchObject({ state: 'done', run: runs[0]!.run });
          comeAgain += waited;
        }
      }
      const seconds = (performance.now() - started) / 1000;
      expect(once.log()).toHaveLength(keys);
      report(name, {
        keys,
        posts: keys * repetitions + comeAgain,
        runs: once.log().length,
        'told to come again': comeAgain,
        'posts a second': Math.round((keys * repetitions) / seconds),
      });
    },
  );

  test(`the same thing sent ${repeats} times on purpose: ${repeats} runs`, { timeout }, async () => {
    let key = await freshKey(processOf(0));
    const seen = new Set<string>();
    for (let index = 0; index < repeats; index += 1) {
      const answer = await call(processOf(index), { key, name: 'on purpose' });
      if (answer.state !== 'done') throw new Error(`${answer.state} after ${index}`);
      seen.add(answer.run);
      key = answer.nextKey;
    }
    expect(seen.size).toBe(repeats);
    expect(once.runs('on purpose')).toBe(repeats);
    report(name, { 'repeats on purpose': repeats, runs: once.runs('on purpose') });
  });
});
