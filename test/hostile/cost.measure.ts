import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSubmission } from '../../src/submission/parse.js';
import { outlineMultipart } from '../../src/server/multipart.js';
import { parseJsonBody } from '../../src/server/json-body.js';
import { open } from '../fixtures/hostile/src/schemas.js';
import { type HostileBody, filePart, parts, part, raw, times } from './support/body.js';
import { ignored } from './bodies/open.js';
import { type HostileApp, startHostileApp } from './support/hostile-app.js';

// The functions that Zod makes of schemas with thousands of fields cost V8's optimiser gigabytes: our own walk is meant here.
z.config({ jitless: true });

const limits = { names: Infinity, files: Infinity, nameLength: Infinity, index: Infinity };
const cpu = () => {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
  return (user + system) / 1000;
};

/** The least CPU time of three times so many runs, in milliseconds: what is left when the machine does nothing else. */
function costOf(run: () => void, rounds: number): number {
  const costs = times(3, () => {
    const before = cpu();
    for (let round = 0; round < rounds; round += 1) run();
    return cpu() - before;
  });
  return Math.min(...costs);
}

/** Below this, clocks of CPU time say little. */
const MEASURABLE = 20;

/**
 * How much more twice as much costs; linear is 2. Noise only ever adds, so the least cost that was seen of each counts,
 * and a noisy machine is given more looks.
 */
function growth(runOf: (size: number) => () => void, size: number): number {
  const [once, twice] = [runOf(size), runOf(size * 2)];
  let rounds = 1;
  while (costOf(once, rounds) < MEASURABLE) rounds *= 2;
  let [least, leastOfTwice] = [Infinity, Infinity];
  for (let look = 0; look < 8 && !(leastOfTwice / least < 3); look += 1) {
    least = Math.min(least, costOf(once, rounds));
    leastOfTwice = Math.min(leastOfTwice, costOf(twice, rounds));
  }
  return leastOfTwice / least;
}

const decode = (schema: z.ZodType, text: string) => {
  const form = new URLSearchParams(text);
  return () => void parseSubmission(schema, form, { limits });
};
const wide = (fields: number) =>
  z.object(Object.fromEntries(times(fields, (index) => [`f${index}`, z.string().optional()])));
const latin = (text: string) => new TextEncoder().encode(text);

describe('twice as much costs less than three times as much', () => {
  test.each<[string, number, (size: number) => () => void]>([
    ['fields', 10_000, (size) => decode(open, times(size, (index) => `n${index}=x`).join('&'))],
    ['values of one name', 10_000, (size) => decode(open, 'tags=x&'.repeat(size))],
    ['rows', 5000, (size) => decode(open, times(size, (index) => `items[${index}].qty=1`).join('&'))],
    ['rows backwards', 5000, (size) => decode(open, times(size, (index) => `items[${size - index}].qty=1`).join('&'))],
    ['rows that are wrong', 2000, (size) => decode(open, times(size, (index) => `items[${index}].qty=x`).join('&'))],
    ['keys of a record', 5000, (size) => decode(open, times(size, (index) => `scores[k${index}]=x`).join('&'))],
    [
      'unknown names of a loose object',
      5000,
      (size) => decode(z.looseObject({}), times(size, (index) => `a${index}.b=x`).join('&')),
    ],
    [
      'unknown names of a strict object',
      5000,
      (size) => decode(z.strictObject({}), times(size, (index) => `a${index}=x`).join('&')),
    ],
    ['text', 1_000_000, (size) => decode(open, `name=${'x%0D'.repeat(size / 4)}`)],
    ['a number', 1_000_000, (size) => decode(open, `age=${'1'.repeat(size)}x`)],
    ['blanks around a number', 1_000_000, (size) => decode(open, `age=${'+'.repeat(size)}x`)],
    ['a long name', 1_000_000, (size) => decode(open, `${'[a]'.repeat(size / 3)}]=x`)],
    // Up to about a thousand keys V8 copies an object's storage again and again while it grows, Zod's and ours: 0.2 µs a
    // field at 125 fields, 1 µs at a thousand, less above. So the sizes are those between which nothing of that changes.
    ['fields of the schema', 250, (size) => decode(wide(size), 'f0=x')],
    [
      'fields of the schema, all of them sent',
      2000,
      (size) => decode(wide(size), times(size, (index) => `f${index}=x`).join('&')),
    ],
    [
      'parts',
      5000,
      (size) => {
        const body = `${`--XX\r\n${part('name="a"', 'x').replaceAll('\n', '\r\n')}\r\n`.repeat(size)}--XX--`;
        return () => void outlineMultipart(body, 'XX');
      },
    ],
    [
      'headers of a part',
      20_000,
      (size) => {
        const body = `--XX\r\n${'Content-Disposition: form-data; name="a"'}\r\n${'a: b; ;; \r\n'.repeat(size)}\r\nx\r\n--XX--`;
        return () => void outlineMultipart(body, 'XX');
      },
    ],
    [
      'a header of a part',
      500_000,
      (size) => {
        const body = `--XX\r\nContent-Disposition: form-data; name="a"${'; \t'.repeat(size / 3)}\r\n\r\nx\r\n--XX--`;
        return () => void outlineMultipart(body, 'XX');
      },
    ],
    [
      'JSON',
      500_000,
      (size) => {
        const body = latin(`[${'[],"\\\\",'.repeat(size / 8)}1]`);
        return () => void parseJsonBody(body);
      },
    ],
  ])('%s', (_, size, runOf) => {
    expect(growth(runOf, size)).toBeLessThan(3);
  });
});

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
