/**
 * Processes that are killed while they run submissions. What was done is counted in a file outside of them.
 * A short form runs with the other tests; `LONG=1 npx vitest run --project apps test/once/kill.app.test.ts` is the long one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRedis, type RedisServer } from '../support/redis.js';
import { LEASE } from '../../src/server/once/claim.js';
import { call, freshKey, type Answer } from './caller.js';
import { type OnceApp, startOnceApp } from './once-app.js';
import { report } from './report.js';

const isLong = Boolean(process.env['LONG']);
const kills = isLong ? 500 : 5;
const timeout = isLong ? 3_600_000 : 90_000;

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (isLong) redis = await startRedis();
});
afterAll(() => redis?.stop());

const sqlite = { name: 'SQLite', of: () => 'sqlite' };
const stores = isLong ? [sqlite, { name: 'Redis', of: () => redis!.url }] : [sqlite];

describe.each(stores)('a process that is killed, with $name', ({ name, of }) => {
  let once: OnceApp;
  beforeAll(async () => {
    once = await startOnceApp({ store: of() });
  });
  afterAll(() => once.stop());

  test(
    `at ${kills} random points: nothing is done twice, and nothing is said to be done that was not`,
    { timeout },
    async () => {
      const survivor = once.app;
      const told = { done: 0, unknown: 0 };
      const open: { key: string; name: string }[] = [];
      const check = (submission: { key: string; name: string }, answer: Answer): void => {
        const runs = once.log().filter((line) => line.name === submission.name);
        expect(runs.length).toBeLessThanOrEqual(1);
        if (answer.state === 'again') open.push(submission);
        if (answer.state === 'unknown') told.unknown += 1;
        if (answer.state !== 'done') return;
        expect(answer.run).toBe(runs[0]?.run);
        told.done += 1;
      };

      let next = once.start();
      for (let kill = 0; kill < kills; kill += 1) {
        const victim = await next;
        next = kill + 1 < kills ? once.start() : next;
        const submissions = await Promise.all(
          Array.from({ length: 6 }, async (_, at) => ({
            key: await freshKey(survivor),
            name: `kill ${kill}.${at}`,
            wait: at * 3,
          })),
        );
        // What loads with the first submission would take most of the time until the kill.
        await call(victim, { key: await freshKey(victim), name: `warm ${kill}` });
        const first = submissions.map((submission) => call(victim, submission));
        await sleep(Math.random() * 60);
        await victim.kill();
        for (const [at, answer] of (await Promise.all(first)).entries()) {
          if (answer.state === 'done') check(submissions[at]!, answer);
        }
        // What the island does after a lost connection, and what an impatient visitor does.
        const repeated = submissions.flatMap((submission) => [submission, submission]);
        const answers = await Promise.all(repeated.map((submission) => call(survivor, submission)));
        for (const [at, answer] of answers.entries()) check(repeated[at]!, answer);
      }

      await sleep(LEASE);
      const known = open.splice(0);
      for (const submission of known) check(submission, await call(survivor, submission));
      expect(open).toEqual([]);
      const lines = once.log().map((line) => line.name);
      expect(new Set(lines).size).toBe(lines.length);
      report(name, {
        kills,
        submissions: kills * 7,
        runs: lines.length,
        'run twice': lines.length - new Set(lines).size,
        'answered done': told.done,
        'answered unknown': told.unknown,
      });
    },
  );
});
