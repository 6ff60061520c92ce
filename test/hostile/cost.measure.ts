import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ignored } from './bodies/open.js';
import { type HostileBody, filePart, parts, part, raw, times } from './support/body.js';
import { type HostileApp, startHostileApp } from './support/hostile-app.js';

/** The bodies that cost the server most of those that it accepts. */
const worst: HostileBody[] = [
  raw('a thousand rows', times(1000, (index) => `items[${index}].qty=1`).join('&'), ignored),
  raw('a thousand deep names', times(1000, (index) => `a${index}.b.c.d.e.f.g.h=${'x'.repeat(900)}`).join('&'), ignored),
  raw('a megabyte of escapes', `name=${'%41'.repeat(349_000)}`, ignored),
  parts(
    'a thousand parts',
    times(1000, () => part('name="tags"', 'x'.repeat(950))),
    ignored,
  ),
  parts('a part of a megabyte', [part('name="name"', '\n--X'.repeat(200_000))], ignored),
  parts(
    'twenty files',
    times(20, () => filePart('files', 'a', 'x'.repeat(50_000))),
    ignored,
    'upload',
  ),
  raw('a tree of unions', times(1000, (index) => `${toBranch(index)}.value=1`).join('&'), ignored, 'tree'),
  ...['email', 'url', 'ipv6', 'cidrv6', 'base64', 'jwt', 'emoji', 'datetime', 'duration', 'hostname'].map((name) =>
    raw(`a megabyte for ${name}`, `${name}=${'a.1-'.repeat(260_000)}`, ignored, 'formats'),
  ),
];

/** `left.right.left…`, seven levels. */
function toBranch(index: number): string {
  return times(7, (bit) => ((index >> bit) & 1 ? 'right' : 'left')).join('.');
}

/** Milliseconds between two small requests. */
const EVERY = 5;

describe('while the worst bodies that are accepted are being read', () => {
  let app: HostileApp;
  beforeAll(async () => {
    app = await startHostileApp();
    for (const body of worst) {
      const response = await app.call(body);
      const text = await response.text();
      if (![200, 400].includes(response.status)) throw new Error(`${body.title} was not read: ${text}`);
    }
  });
  afterAll(() => app.stop());

  test.each(worst)('$title: another request waits for less than 100 ms', (body) =>
    expectNobodyWaits(() => app.call(body)),
  );

  test('a thousand rows that are wrong, shown again: another request waits for less than 100 ms', () => {
    const rows = raw('', times(1000, (index) => `items[${index}].qty=x`).join('&'), ignored);
    return expectNobodyWaits(() => app.post(rows));
  });

  /**
   * Small requests are sent every few milliseconds, whether the last one was answered or not, and a wait counts from when its
   * request was due: a server that stands still makes all of them late. What an idle server takes is taken off. By the
   * server's own clock, which counts no other programs, its longest turn has to be short as well.
   */
  async function expectNobodyWaits(send: () => Promise<Response>): Promise<void> {
    let quickest = { p99: Infinity, turn: Infinity };
    for (let attempt = 0; attempt < 3 && Math.max(quickest.p99, quickest.turn) >= 100; attempt += 1) {
      const idle = p99(await waitsOfPings(() => new Promise((resolve) => setTimeout(resolve, 300))));
      await app.health();
      const waits = await waitsOfPings(async () => {
        for (let round = 0; round < 3; round += 1) await (await send()).text();
      });
      const { longestTurn: turn } = await app.health();
      if (Math.max(p99(waits) - idle, turn) < Math.max(quickest.p99, quickest.turn))
        quickest = { p99: p99(waits) - idle, turn };
      const worst = Math.max(...waits);
      console.log(
        `p99 ${p99(waits).toFixed(0)} ms, idle ${idle.toFixed(0)}, longest ${worst.toFixed(0)}, turn ${turn.toFixed(0)}`,
      );
    }
    expect(quickest.p99).toBeLessThan(100);
    expect(quickest.turn).toBeLessThan(100);
  }

  /** How long each of the small requests waited that were due while something went on. */
  async function waitsOfPings(goingOn: () => Promise<void>): Promise<number[]> {
    const waits: Promise<number>[] = [];
    const begin = performance.now();
    const ping = async (due: number) => {
      await (await app.fetch('/ping')).text();
      return performance.now() - due;
    };
    const timer = setInterval(() => {
      for (let due = begin + waits.length * EVERY; due <= performance.now(); due += EVERY) waits.push(ping(due));
    }, 1);
    try {
      await goingOn();
    } finally {
      clearInterval(timer);
    }
    return Promise.all(waits);
  }

  function p99(waits: readonly number[]): number {
    return waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1] ?? 0;
  }
});
