// What is accepted without Zod's run has to be what Zod takes and gives out as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { $constructor, $ZodString, type $ZodTypeDef } from 'zod/v4/core';
import { toAccepts } from '../../src/schema/accepts.js';

enum Size {
  Small,
  Large,
}

const day = new Date('2026-11-27');

const kinds: readonly (readonly [string, z.ZodType, accepted: readonly unknown[], left: readonly unknown[]])[] = [
  ['string', z.string(), ['', 'a'], [undefined, null, 1]],
  ['string of a length', z.string().min(2).max(3), ['ab', 'abc'], ['a', 'abcd', ['a', 'b']]],
  ['string of one length', z.string().length(2), ['ab'], ['a', 'abc']],
  ['expression', z.string().regex(/^a/g), ['ab', 'ac'], ['ba']],
  ['includes, startsWith, endsWith', z.string().includes('b').startsWith('a').endsWith('c'), ['abc'], ['abcd', 'ac']],
  ['trim', z.string().trim().min(1), ['a', 'a b'], [' a', 'a ', '', ' ']],
  ['toLowerCase', z.string().toLowerCase(), ['a'], ['A']],
  ['email', z.email(), ['a@b.co'], ['a', 'a@b']],
  ['url', z.url(), ['https://example.org/'], ['example.org']],
  ['normalized url', z.url({ normalize: true }), ['https://example.org/'], ['https://example.org']],
  ['base64', z.base64(), ['YQ=='], ['YQ=']],
  ['ipv6', z.ipv6(), ['::1'], [':1']],
  ['iso date', z.iso.date(), ['2026-11-27'], ['2026-11-31']],
  ['number', z.number(), [0, -1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1', null]],
  ['int', z.int(), [1], [1.5, 2 ** 53]],
  ['number with bounds', z.number().gt(1).lte(3).multipleOf(0.5), [1.5, 3], [1, 3.5, 1.7]],
  ['coerced number', z.coerce.number(), [1], ['1', '', null]],
  ['bigint', z.bigint().positive(), [1n], [0n, 1]],
  ['boolean', z.boolean(), [true, false], ['true', 0, undefined]],
  ['date', z.date().min(day), [day], [new Date(Number.NaN), new Date(0), '2026-11-27']],
  ['enum', z.enum(['a', 'b']), ['a'], ['c', 'toString', undefined]],
  ['enum of numbers', z.enum(Size), [Size.Small, 1], ['Small', 2]],
  ['literal', z.literal([1, 'x']), [1, 'x'], ['1']],
  ['optional', z.string().min(1).optional(), [undefined, 'a'], ['', null]],
  ['optional of a default', z.string().default('a').optional(), ['b'], [undefined]],
  ['nullable', z.number().nullable(), [null, 1], [undefined, '1']],
  ['nullish', z.number().nullish(), [null, undefined, 1], ['1']],
  ['default', z.string().default('a'), ['b', ''], [undefined, null]],
  ['prefault', z.string().trim().prefault(' a'), ['b'], [undefined, ' b']],
  ['catch', z.number().catch(5), [1], ['x', undefined]],
  ['array', z.array(z.number()).min(1).max(2), [[1], [1, 2]], [[], [1, 2, 3], ['1'], 'ab', { length: 1 }]],
  ['array with a hole', z.array(z.number()), [], [Array(1)]],
  ['object', z.object({ a: z.string(), b: z.number().optional() }), [{ a: '' }, { a: '', b: undefined }], [{}, null]],
  ['rows', z.object({ rows: z.array(z.object({ on: z.boolean() })) }), [{ rows: [{ on: true }] }], [{ rows: [{}] }]],
  ['object without keys', z.object({}), [{}], [[], new Date(0), new File([], 'a'), Object.create(null)]],
  ['key of all objects', z.object({ constructor: z.string() }), [{ constructor: 'a' }], [{}]],
];

describe.each(kinds)('%s', (_, schema, accepted, left) => {
  const accepts = toAccepts(schema)!;

  test.each(accepted.map((value) => [value]))('%o is accepted, and Zod gives it out as it is', (value) => {
    expect(accepts(value)).toBe(true);
    expect(schema.parse(value)).toEqual(value);
  });

  test.each(left.map((value) => [value]))('%o is left to Zod', (value) => {
    expect(accepts(value)).toBe(false);
  });
});

describe('schemas that are left to Zod', () => {
  interface Tree {
    readonly children: readonly Tree[];
  }
  const tree: z.ZodType<Tree> = z.object({ children: z.lazy(() => z.array(tree)) });
  const node = z.object({
    get children() {
      return z.array(node);
    },
  });
  const Shout = $constructor<$ZodString>('Shout', (inst, def) => {
    $ZodString.init(inst, def as $ZodString['_zod']['def']);
    inst._zod.parse = (payload) => Object.assign(payload, { value: String(payload.value).toUpperCase() });
  });
  const shout = new (Shout as unknown as new (def: $ZodTypeDef) => $ZodString)({ type: 'string' });
  const later = z.string();
  Object.assign(later._zod, { version: { major: 4, minor: 99, patch: 0 } });

  test.each<readonly [string, unknown]>([
    ['a refinement', z.string().refine(() => true)],
    ['a refinement of the whole', z.object({ a: z.string() }).refine(() => true)],
    ['a refinement below', z.object({ rows: z.array(z.string().superRefine(() => {})) })],
    ['a check of ones own', z.string().check(() => {})],
    ['a format of ones own', z.stringFormat('even', (text) => text.length % 2 === 0)],
    ['a transform', z.string().transform(Number)],
    ['a preprocess', z.preprocess((value) => value, z.string())],
    ['a pipe', z.string().pipe(z.string())],
    ['stringbool', z.stringbool()],
    ['a union', z.union([z.string(), z.number()])],
    ['a discriminated union', z.discriminatedUnion('a', [z.object({ a: z.literal(1) })])],
    ['an intersection', z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() }))],
    ['a tuple', z.tuple([z.string()])],
    ['a record', z.record(z.string(), z.string())],
    ['a map', z.map(z.string(), z.string())],
    ['a set', z.set(z.string())],
    ['a strict object', z.strictObject({ a: z.string() })],
    ['a loose object', z.looseObject({ a: z.string() })],
    ['a catchall', z.object({ a: z.string() }).catchall(z.string())],
    ['__proto__', z.object({ ['__proto__']: z.string() })],
    ['a required key that is undefined', z.object({ a: z.literal(undefined) })],
    ['readonly', z.object({ a: z.string() }).readonly()],
    ['exactOptional', z.string().exactOptional()],
    ['nonoptional', z.string().optional().nonoptional()],
    ['any', z.any()],
    ['custom', z.custom<string>(() => true)],
    ['instanceof', z.instanceof(File)],
    ['a file', z.file()],
    ['a lazy schema', tree],
    ['a schema that holds itself', node],
    ['a class of somebody else', shout],
    ['a Zod of later', later],
    ['no schema', {}],
  ])('%s', (_, schema) => {
    expect(toAccepts(schema)).toBeUndefined();
  });

  test('zod/mini is accepted like the other one', () => {
    const accepts = toAccepts(mini.object({ a: mini.string().check(mini.minLength(2)) }))!;
    expect(accepts({ a: 'ab' })).toBe(true);
    expect(accepts({ a: 'a' })).toBe(false);
  });
});

test('a text that a check has seen is not held', () => {
  const seen: unknown[] = [];
  const accepts = toAccepts(z.string().overwrite((text) => (seen.push(text), text)))!;
  expect(accepts('a')).toBe(true);
  expect(seen).toEqual(['a']);
});

describe('schemas and values that were made up', () => {
  const text = fc.constantFrom('', 'a', 'ab', ' a ', 'A', 'a@b.co', '1', '2026-11-27', 'https://example.org/');
  const number = fc.constantFrom(0, -0, 1, 1.5, -3, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY);
  const scalar = fc.oneof(
    text,
    number,
    fc.constantFrom(undefined, null, true, false, 1n, -5n, day, new Date(Number.NaN), Symbol.iterator),
  );
  const schema = fc.constantFrom<z.ZodType[]>(
    z.string(),
    z.string().min(1).max(2),
    z.string().trim().min(1),
    z.string().toUpperCase(),
    z.email(),
    z.url(),
    z.iso.date(),
    z.string().regex(/a/g),
    z.number(),
    z.number().min(0).max(1),
    z.int(),
    z.coerce.number(),
    z.coerce.string(),
    z.coerce.boolean(),
    z.coerce.date(),
    z.bigint().min(0n),
    z.boolean(),
    z.date(),
    z.date().max(day),
    z.enum(['', 'a', 'b']),
    z.literal([1, 'a', null, undefined]),
  );
  type Made = readonly [schema: z.ZodType, value: unknown];
  const wrappers: readonly ((made: Made) => Made)[] = [
    ([inner, value]) => [inner.optional(), value],
    ([inner, value]) => [inner.nullable(), value],
    ([inner, value]) => [inner.nullish(), value],
    ([inner, value]) => [inner.default('a'), value],
    ([inner, value]) => [inner.prefault('a'), value],
    ([inner, value]) => [inner.catch('a'), value],
    ([inner, value]) => [z.array(inner).min(1).max(2), [value]],
    ([inner, value]) => [z.array(inner), [value, value]],
    ([inner, value]) => [z.object({ a: inner, b: z.string().optional() }), { a: value }],
    ([inner, value]) => [z.object({ a: inner, b: inner.optional() }), { b: value }],
    ([inner, value]) => [z.object({ a: inner.optional(), b: inner.default(1) }), { a: undefined, b: value }],
  ];
  const wrap = (made: fc.Arbitrary<Made>) =>
    fc.tuple(fc.constantFrom(...wrappers), made).map(([wrapper, inner]) => wrapper(inner));
  const part = fc.tuple(schema, scalar);
  const made = fc.oneof(part, wrap(part), wrap(wrap(part)), wrap(wrap(wrap(part))));

  test('what is accepted is what comes out of Zod, 20,000 times', () => {
    let accepted = 0;
    const check = fc.property(made, ([tried, value]) => {
      if (!toAccepts(tried)?.(value)) return;
      accepted += 1;
      expect(tried.safeParse(value)).toStrictEqual({ success: true, data: value });
    });
    fc.assert(check, { numRuns: 20_000 });
    expect(accepted).toBeGreaterThan(1_000);
  });
});
