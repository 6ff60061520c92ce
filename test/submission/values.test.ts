import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/node.js';
import { defaultValues, rowIndices, rowIndicesByList, toRawValues } from '../../src/submission/values.js';
import { dataOf, parse, type Pairs } from './support.js';

describe('what was sent is shown again', () => {
  const schema = z.object({
    name: z.string(),
    age: z.number(),
    password: z.string(),
    agree: z.boolean(),
    colors: z.array(z.enum(['red', 'blue'])),
    items: z.array(
      z.object({ sku: z.string(), secret: z.string().meta({ secret: true }), photo: z.file().optional() }),
    ),
    card: z.object({ number: z.string(), cvc: z.string() }).meta({ secret: true }).optional(),
    extra: z.record(z.string(), z.string()),
  });

  test.each<[string, Pairs, Record<string, readonly string[]>]>([
    [
      'as it was typed',
      [
        ['age', 'abc'],
        ['name', ' a\r\nb '],
      ],
      { age: ['abc'], name: [' a\r\nb '] },
    ],
    [
      'every value of a group',
      [
        ['colors', ''],
        ['colors', 'red'],
        ['colors', 'blue'],
      ],
      { colors: ['', 'red', 'blue'] },
    ],
    [
      'a box with its hidden field',
      [
        ['agree', 'false'],
        ['agree', 'true'],
      ],
      { agree: ['false', 'true'] },
    ],
    [
      'rows by the numbers they had',
      [
        ['items[5].sku', 'a'],
        ['items[2].sku', 'b'],
      ],
      { 'items[5].sku': ['a'], 'items[2].sku': ['b'] },
    ],
    [
      'under the canonical name',
      [
        ['items.5.sku', 'a'],
        ['items[6][sku]', 'b'],
        ['colors[]', 'red'],
      ],
      { 'items[5].sku': ['a'], 'items[6].sku': ['b'], colors: ['red'] },
    ],
    [
      'keys of a record',
      [
        ['extra[k]', 'v'],
        ['extra[a.b]', 'w'],
      ],
      { 'extra.k': ['v'], 'extra[a.b]': ['w'] },
    ],
    [
      'but not secrets',
      [
        ['password', 'x'],
        ['items[0].secret', 'x'],
        ['card.number', 'x'],
        ['card.cvc', 'x'],
      ],
      {},
    ],
    ['nor files', [['items[0].photo', new File(['a'], 'a.txt')]], {}],
    [
      'nor names that the schema lacks',
      [
        ['unknown', 'x'],
        ['_action_form', 'x'],
      ],
      {},
    ],
  ])('%s', (_, pairs, expected) => {
    expect(parse(schema, pairs).values).toEqual(expected);
  });

  test('also of a valid form', () => {
    const { valid, values } = parse(z.object({ a: z.int() }), [['a', ' 1 ']]);
    expect([valid, values]).toEqual([true, { a: [' 1 '] }]);
  });
});

describe('what a form shows for a value', () => {
  test.each<[string, z.ZodType, unknown, Record<string, readonly string[]>]>([
    ['string', z.string(), 'a', { v: ['a'] }],
    ['number', z.number(), 1.5, { v: ['1.5'] }],
    ['bigint', z.bigint(), 5n, { v: ['5'] }],
    ['true', z.boolean(), true, { v: ['true'] }],
    ['false', z.boolean(), false, { v: ['false'] }],
    ['null', z.string().nullable(), null, { v: [''] }],
    ['undefined', z.string(), undefined, {}],
    ['NaN', z.number(), Number.NaN, { v: [''] }],
    ['date', z.date(), new Date('2024-02-29T10:00Z'), { v: ['2024-02-29'] }],
    [
      'date and time',
      z.date().meta({ type: 'datetime-local' }),
      new Date('2024-02-29T10:00Z'),
      { v: ['2024-02-29T10:00'] },
    ],
    ['invalid date', z.date(), new Date(Number.NaN), { v: [''] }],
    ['date in a text', z.iso.datetime(), new Date(0), { v: ['1970-01-01T00:00:00.000Z'] }],
    ['enum member', z.enum({ A: 1 }), 1, { v: ['1'] }],
    ['object', z.object({ a: z.object({ b: z.int() }) }), { a: { b: 1 } }, { 'v.a.b': ['1'] }],
    ['list of objects', z.array(z.object({ a: z.int() })), [{ a: 1 }, { a: 2 }], { 'v[0].a': ['1'], 'v[1].a': ['2'] }],
    [
      'list of texts: as a group and row by row',
      z.array(z.string()),
      ['a', 'b'],
      { v: ['a', 'b'], 'v[0]': ['a'], 'v[1]': ['b'] },
    ],
    ['list of choices', z.array(z.enum(['a', 'b'])), ['b'], { v: ['b'] }],
    ['set', z.set(z.enum(['a', 'b'])), new Set(['b']), { v: ['b'] }],
    ['empty list', z.array(z.enum(['a'])), [], { v: [] }],
    ['record', z.record(z.string(), z.int()), { a: 1 }, { 'v.a': ['1'] }],
    ['map', z.map(z.string(), z.int()), new Map([['a', 1]]), { 'v.a': ['1'] }],
    ['tuple', z.tuple([z.string(), z.int()]), ['a', 1], { v: ['a', '1'], 'v[0]': ['a'], 'v[1]': ['1'] }],
    [
      'tuple of which the first item is chosen from a list',
      z.tuple([z.enum(['a', 'b']), z.array(z.int())]),
      ['b', [1]],
      { 'v[0]': ['b'], 'v[1]': ['1'], 'v[1][0]': ['1'] },
    ],
    ['union', z.union([z.object({ a: z.int() }), z.object({ b: z.int() })]), { b: 1 }, { 'v.b': ['1'] }],
    ['unknown keys are left out', z.object({ a: z.int() }), { x: 1 }, {}],
    ['secret', z.string().meta({ secret: true }), 'x', {}],
    ['file', z.file(), new File(['a'], 'a'), {}],
    ['function', z.any(), () => {}, {}],
  ])('%s', (_, schema, value, expected) => {
    const values = toRawValues(readSchema(z.object({ v: schema })), { v: value });
    expect(values).toEqual(expected);
    expect(Object.getPrototypeOf(values)).toBeNull();
  });

  test.each([
    ['America/New_York', '2024-02-29T05:00'],
    ['Asia/Kathmandu', '2024-02-29T15:45'],
  ])('a date and time as clocks show it in %s, and it is read as the same again', (timeZone, shown) => {
    const schema = z.object({
      when: z.date().meta({ type: 'datetime-local' }),
      byDefault: z.date().default(new Date('2024-02-29T10:00Z')).meta({ type: 'datetime-local' }),
      day: z.date(),
    });
    const [when, day] = [new Date('2024-02-29T10:00Z'), new Date('2024-02-29')];
    const root = readSchema(schema);
    expect(defaultValues(root, timeZone)).toEqual({ byDefault: [shown] });
    expect(toRawValues(root, { when, day }, timeZone)).toEqual({ when: [shown], day: ['2024-02-29'] });
    expect(
      dataOf(
        schema,
        [
          ['when', shown],
          ['byDefault', shown],
          ['day', '2024-02-29'],
        ],
        { timeZone },
      ),
    ).toEqual({ when, byDefault: when, day });
  });

  test('no value shows nothing', () => {
    expect(toRawValues(readSchema(z.object({ a: z.string() })), undefined)).toEqual({});
    expect(toRawValues(readSchema(z.object({ a: z.string() })), null)).toEqual({});
  });
});

test('what a form shows for the schema’s defaults', () => {
  const schema = z.object({
    n: z.int().default(1),
    text: z.string().prefault('x').optional(),
    on: z.boolean().default(true),
    inner: z.object({ country: z.enum(['DE', 'US']).default('DE') }).optional(),
    rows: z.array(z.object({ a: z.int() })).default([{ a: 1 }]),
    password: z.string().default('x'),
    none: z.string(),
    get again() {
      return schema.optional();
    },
  });
  expect(defaultValues(readSchema(schema))).toMatchObject({
    n: ['1'],
    text: ['x'],
    on: ['true'],
    'inner.country': ['DE'],
    'rows[0].a': ['1'],
  });
  expect(defaultValues(readSchema(schema))).not.toHaveProperty('password');
});

test('a default that is sent unchanged in a zone does not bring an optional object into being', () => {
  const when = z.date().default(new Date('2024-02-29T10:00Z')).meta({ type: 'datetime-local' });
  const schema = z.object({ visit: z.object({ when }).optional() });
  const timeZone = 'America/New_York';
  const shown = defaultValues(readSchema(schema), timeZone)['visit.when'] ?? [];
  expect(dataOf(schema, [['visit.when', String(shown[0])]], { timeZone })).toEqual({});
});

test('row numbers that occur below a list', () => {
  const values = {
    'a[10].x': ['1'],
    'a[2].x': ['1'],
    'a[2].y': ['1'],
    'a[0].b[7].c': ['1'],
    'ab[5].x': ['1'],
    a: ['1'],
    'a[x]': ['1'],
  };
  expect(rowIndices(values, 'a')).toEqual([0, 2, 10]);
  expect(rowIndices(values, 'a[0].b')).toEqual([7]);
  expect(rowIndices({}, 'a')).toEqual([]);
  const byList = rowIndicesByList(values);
  for (const list of ['a', 'a[0].b', 'b', '', 'a[0]']) {
    expect(byList.get(list) ?? []).toEqual(rowIndices(values, list));
  }
});

describe('round trip', () => {
  const schema = z.object({
    text: z.string(),
    maybe: z.string().min(1).nullish(),
    int: z.int(),
    float: z.number(),
    on: z.boolean(),
    choice: z.enum(['a', 'b']),
    inner: z.object({ deep: z.object({ n: z.int() }) }),
    rows: z.array(z.object({ s: z.string(), on: z.boolean() })),
    tags: z.array(z.enum(['x', 'y', 'z'])),
    map: z.record(z.string(), z.string()),
  });
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/\r\n?/g, '\n'));
  const value = fc.record({
    text,
    maybe: fc.option(
      fc.string({ minLength: 1 }).map((one) => one.replace(/\r\n?/g, '\n')),
      { nil: null },
    ),
    int: fc.maxSafeInteger(),
    float: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
    on: fc.boolean(),
    choice: fc.constantFrom('a', 'b'),
    inner: fc.record({ deep: fc.record({ n: fc.integer() }) }),
    rows: fc.array(fc.record({ s: text, on: fc.boolean() }), { maxLength: 5 }),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    map: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 20 }).filter((key) => /^[^[\].]+$/.test(key) && key !== '__proto__'),
      text,
      { maxKeys: 3 },
    ),
  });

  test('what a form shows for a value is read as that value', () => {
    const root = readSchema(schema);
    fc.assert(
      fc.property(value, (input) => {
        const pairs = Object.entries(toRawValues(root, input)).flatMap(([name, raws]) =>
          raws.map((raw): [string, string] => [name, raw]),
        );
        expect(dataOf(schema, pairs)).toEqual(input);
      }),
      { numRuns: 200 },
    );
  });

  test('no form makes it throw anything but a limit', () => {
    const name = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('rows', 'text', 'inner', 'map', '[', ']', '.', '0', '7', '__proto__', 'deep', ''), {
          maxLength: 6,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 20 }), (pairs) => {
        const submission = parse(schema, pairs, { limits: { depth: 50, nameLength: 1000, index: 1e9 } });
        expect(Object.keys(submission.values).length).toBeLessThanOrEqual(pairs.length);
      }),
      { numRuns: 200 },
    );
  });
});

test('defaults that change are asked for each time', () => {
  let made = 0;
  const root = readSchema(z.object({ number: z.string().default(() => String((made += 1))) }));
  const before = defaultValues(root);
  expect(Number(defaultValues(root)['number']?.[0])).toBe(Number(before['number']?.[0]) + 1);
});
