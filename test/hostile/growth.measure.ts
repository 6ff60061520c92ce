import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSubmission } from '../../src/submission/parse.js';
import { outlineMultipart } from '../../src/server/multipart.js';
import { parseJsonBody } from '../../src/server/json-body.js';
import { open } from '../fixtures/hostile/src/schemas.js';
import { part, times } from './support/body.js';

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
const options = (count: number) =>
  z.object({ u: z.union(times(count, (index) => z.object({ [`n${index}`]: z.int() }))).optional() });
const tagged = (count: number) =>
  // why: every option is an object with that tag
  z.object({
    u: z.discriminatedUnion(
      'tag',
      times(count, (index) => z.object({ tag: z.literal(`t${index}`), n: z.int() })) as never,
    ),
  });
const many = (count: number): [z.ZodType, ...z.ZodType[]] => [z.int(), ...times(count - 1, () => z.int())];
const either = z.object({ rows: z.array(z.union([z.object({ n: z.int() }), z.object({ s: z.string() })])) });
const keyed = z.object({ m: z.map(z.int(), z.int()) });
const latin = (text: string) => new TextEncoder().encode(text);

describe('twice as much costs less than three times as much', () => {
  test.each<[string, number, (size: number) => () => void]>([
    ['fields', 10_000, (size) => decode(open, times(size, (index) => `n${index}=x`).join('&'))],
    ['values of one name', 10_000, (size) => decode(open, 'tags=x&'.repeat(size))],
    ['rows', 5000, (size) => decode(open, times(size, (index) => `items[${index}].qty=1`).join('&'))],
    ['rows backwards', 5000, (size) => decode(open, times(size, (index) => `items[${size - index}].qty=1`).join('&'))],
    // Up to about 2,000 rows, what is wrong with them fits into V8's space for new objects, and a row costs two thirds of what it
    // does above.
    ['rows that are wrong', 5000, (size) => decode(open, times(size, (index) => `items[${index}].qty=x`).join('&'))],
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
    ['options of a union', 100, (size) => decode(options(size), 'u.other=x')],
    ['options of a discriminated union', 500, (size) => decode(tagged(size), `u.tag=t${size - 1}&u.n=1`)],
    [
      'members of an enum',
      2000,
      (size) => decode(z.object({ e: z.enum(times(size, (index) => `m${index}`)) }), 'e=m0'),
    ],
    [
      'items of a tuple',
      250,
      (size) => decode(z.object({ t: z.tuple(many(size)) }), times(size, (index) => `t[${index}]=1`).join('&')),
    ],
    [
      'rows of unions that have to be tried',
      1000,
      (size) => decode(either, times(size, (index) => `rows[${index}].s=x`).join('&')),
    ],
    ['keys of a map', 5000, (size) => decode(keyed, times(size, (index) => `m[${index}]=1`).join('&'))],
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
