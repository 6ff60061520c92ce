/**
 * The showcase under a steady load, of which 5 % goes away and 5 % is hostile: nothing piles up in its process. Needs
 * Linux, whose /proc says what a process holds.
 * A short form runs with the other tests; `LONG=1 npx vitest run --project apps test/soak` is the long one, of 14 minutes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { type SharedShowcase, startShowcase } from '../scale/showcase.js';
import { Gauge } from './gauge.js';
import { Load } from './load.js';
import { GONE } from './trouble.js';

const isLong = Boolean(process.env['LONG']);
/** Seconds. A window is what memory is compared over: the first after the warm-up, and the last. */
const [warmUp, steady, window] = isLong ? [240, 600, 60] : [3, 9, 3];
/** Visits a second, of up to three requests. */
const RATE = 40;
/** Of resident memory. The short form ends before V8 and the allocator have settled. */
const growthAllowed = isLong ? { share: 0.1 } : { mebibytes: 300 };
/** MiB that may be in use after a garbage collection beyond what was after the warm-up: code is loaded until later. */
const liveGrowthAllowed = isLong ? 6 : 16;

let showcase: SharedShowcase;
let app: App;
beforeAll(async () => {
  const probe = new URL('live-heap.mjs', import.meta.url).href;
  showcase = await startShowcase(1, { NODE_OPTIONS: `--import=${probe}` });
  app = showcase.processes[0]!;
});
afterAll(() => showcase.stop());

test(
  `${steady} seconds with aborted and hostile requests: no 5xx, no descriptor is left, memory stays`,
  { timeout: (warmUp + steady) * 1000 + 90_000 },
  async () => {
    const load = new Load(app);
    await load.visitAll();
    const gauge = new Gauge(app.pid);
    const idle = gauge.read();
    gauge.start(isLong ? 1000 : 200);
    await load.run(warmUp, RATE);
    const liveBefore = await liveHeap();
    const begun = gauge.read().at;
    await load.run(steady, RATE);
    gauge.stop();
    const end = gauge.readings.at(-1)!.at;
    const first = gauge.memoryBetween(begun, begun + window);
    const last = gauge.memoryBetween(end - window, end);
    const left = await descriptorsLeft(gauge, idle.descriptors);
    const liveAfter = await liveHeap();
    const { tally } = load;
    report({ load, gauge, first, last, idle: idle.descriptors, left, liveBefore, liveAfter });
    const unread = showcase.count('orders WHERE email = ?', GONE);
    console.log(`soak: ${unread} orders were placed by those who went away`);

    expect([...tally.answers.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(tally.wrong).toEqual([]);
    expect(tally.lost).toBeLessThanOrEqual(tally.sent / 100);
    expect(Math.min(tally.aborted, tally.hostile)).toBeGreaterThanOrEqual(Math.floor(tally.sent / 20));
    expect(left).toBeLessThanOrEqual(idle.descriptors);
    expect(liveAfter - liveBefore).toBeLessThan(liveGrowthAllowed);
    expect(last - first).toBeLessThan(growthAllowed.mebibytes ?? first * growthAllowed.share);
  },
);

/** Connections that are kept open end by themselves, some seconds after the last visit. */
async function descriptorsLeft(gauge: Gauge, expected: number): Promise<number> {
  const end = performance.now() + 30_000;
  while (gauge.read().descriptors > expected && performance.now() < end) await sleep(200);
  return gauge.read().descriptors;
}

/** MiB that the process still holds after a garbage collection. */
async function liveHeap(): Promise<number> {
  const said = () => [...app.output().matchAll(/^live heap: (\d+)$/gm)].map(([, bytes]) => Number(bytes) / 2 ** 20);
  const before = said().length;
  process.kill(app.pid, 'SIGUSR2');
  while (said().length === before) await sleep(20);
  return said().at(-1)!;
}

interface Figures {
  readonly load: Load;
  readonly gauge: Gauge;
  readonly first: number;
  readonly last: number;
  readonly idle: number;
  readonly left: number;
  readonly liveBefore: number;
  readonly liveAfter: number;
}

function report({ load: { tally }, gauge, first, last, idle, left, liveBefore, liveAfter }: Figures): void {
  const { readings } = gauge;
  const answers = [...tally.answers].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  const most = Math.max(...readings.map(({ descriptors }) => descriptors));
  const growth = (100 * (last - first)) / first;
  console.log(
    [
      `soak: ${tally.sent} visits in ${readings.at(-1)!.at.toFixed(0)} s, ${tally.aborted} aborted, ${tally.hostile} hostile, ${tally.lost} lost`,
      `soak: answers ${answers.join(', ')}`,
      `soak: memory ${first.toFixed(1)} MiB after the warm-up, ${last.toFixed(1)} MiB at the end (${growth.toFixed(1)} %)`,
      `soak: memory in tenths of the time since: ${tenths(gauge).join(', ')} MiB`,
      `soak: in use after a garbage collection ${liveBefore.toFixed(1)} MiB, then ${liveAfter.toFixed(1)} MiB`,
      `soak: descriptors ${idle} before, ${most} at most, ${left} after`,
    ].join('\n'),
  );
}

function tenths(gauge: Gauge): string[] {
  const length = (gauge.readings.at(-1)!.at - warmUp) / 10;
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = warmUp + tenth * length;
    return gauge.memoryBetween(from, from + length).toFixed(0);
  });
}
