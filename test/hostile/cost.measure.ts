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
   * On a machine that is busy with other things an answer may take any time. So a wait is what comes on top of that of an
   * idle server, and where it is too long, the server's own clock decides: the CPU time of its longest turn.
   */
  async function expectNobodyWaits(send: () => Promise<Response>): Promise<void> {
    let least = Infinity;
    for (let attempt = 0; attempt < 3 && least >= 100; attempt += 1) {
      const idle = await p99OfPing(() => new Promise((resolve) => setTimeout(resolve, 150)));
      await app.health();
      const busy = await p99OfPing(async () => {
        for (let round = 0; round < 3; round += 1) await (await send()).text();
      });
      least = Math.min(least, busy - idle, (await app.health()).longestTurn);
    }
    expect(least).toBeLessThan(100);
  }

  /** The 99th percentile of the answers to a small request, one after the other, for as long as something goes on. */
  async function p99OfPing(goingOn: () => Promise<void>): Promise<number> {
    const waits: number[] = [];
    const state = { goesOn: true };
    const done = goingOn().finally(() => (state.goesOn = false));
    while (state.goesOn) {
      const start = performance.now();
      await (await app.fetch('/ping')).text();
      waits.push(performance.now() - start);
    }
    await done;
    return waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1] ?? 0;
  }
});
