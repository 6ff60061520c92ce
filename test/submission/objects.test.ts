import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ParseOptions } from '../../src/submission/parse.js';
import { dataOf, issuesOf, untouchedFile, type Pairs } from './support.js';

describe('objects', () => {
  const address = z.object({ street: z.string().min(1), zip: z.string().min(1) });
  const country = z.enum(['DE', 'US']);

  test('a required one is always there, so that errors land on its fields', () => {
    expect(issuesOf(z.object({ address }), []).map(({ path }) => path)).toEqual([
      ['address', 'street'],
      ['address', 'zip'],
    ]);
  });

  test.each<[string, z.ZodType, Pairs, unknown, ParseOptions?]>([
    [
      'dots',
      address,
      [
        ['v.street', 'x'],
        ['v.zip', '1'],
      ],
      { street: 'x', zip: '1' },
    ],
    [
      'brackets',
      address,
      [
        ['v[street]', 'x'],
        ['v[zip]', '1'],
      ],
      { street: 'x', zip: '1' },
    ],
    ['optional, not sent', address.optional(), [], undefined],
    [
      'optional, all empty',
      address.optional(),
      [
        ['v.street', ''],
        ['v.zip', ''],
      ],
      undefined,
    ],
    ['optional, untouched file', z.object({ f: z.file() }).optional(), [['v.f', untouchedFile()]], undefined],
    ['optional, unticked box', z.object({ on: z.boolean() }).optional(), [['v.on', 'false']], undefined],
    [
      'optional, ticked box',
      z.object({ on: z.boolean() }).optional(),
      [
        ['v.on', 'false'],
        ['v.on', 'true'],
      ],
      { on: true },
    ],
    ['optional, a default of the schema', z.object({ n: z.int().default(1) }).optional(), [['v.n', '1']], undefined],
    ['optional, other than the default', z.object({ n: z.int().default(1) }).optional(), [['v.n', '2']], { n: 2 }],
    [
      'optional, an option that was preselected',
      z.object({ country }).optional(),
      [['v.country', 'DE']],
      undefined,
      { initial: { 'v.country': ['DE'] } },
    ],
    [
      'optional, another option than was preselected',
      z.object({ country }).optional(),
      [['v.country', 'US']],
      { country: 'US' },
      { initial: { 'v.country': ['DE'] } },
    ],
    [
      'optional, text that was there already stays',
      address.optional(),
      [
        ['v.street', 'x'],
        ['v.zip', '1'],
      ],
      { street: 'x', zip: '1' },
      { initial: { 'v.street': ['x'], 'v.zip': ['1'] } },
    ],
    ['nullable, all empty', address.nullable(), [['v.street', '']], null],
    ['nullable, not sent', address.nullable(), [], null],
    ['nullish, not sent', address.nullish(), [], undefined],
    ['nullish, cleared', address.nullish(), [['v.street', '']], null],
    ['default, all empty', address.default({ street: 'd', zip: '0' }), [['v.street', '']], { street: 'd', zip: '0' }],
    [
      'optional inside optional',
      z.object({ inner: address.optional(), x: z.string().optional() }).optional(),
      [
        ['v.x', '1'],
        ['v.inner.zip', ''],
      ],
      { x: '1' },
    ],
    [
      'optional fields named like what every object has',
      z.object({ constructor: z.string().optional(), toString: z.int().default(7), valueOf: address.optional() }),
      [],
      { constructor: undefined, toString: 7, valueOf: undefined },
    ],
    ['a key with a dot', z.object({ 'a.b': z.number() }), [['v.a.b', '1']], { 'a.b': 1 }],
    ['a key with a dot in brackets', z.object({ 'a.b': z.number() }), [['v[a.b]', '1']], { 'a.b': 1 }],
    ['a key with brackets', z.object({ 'a[]': z.array(z.number()) }), [['v.a[]', '1']], { 'a[]': [1] }],
    ['a text of the object’s own name is not read', address.optional(), [['v', 'x']], undefined],
  ])('%s', (_, schema, pairs, expected, options) => {
    expect((dataOf(z.object({ v: schema }), pairs, options) as { v?: unknown }).v).toStrictEqual(expected);
  });

  test('one field of an optional object brings all of it into being', () => {
    expect(
      issuesOf(z.object({ v: address.optional() }), [
        ['v.street', 'x'],
        ['v.zip', ''],
      ]),
    ).toMatchObject([{ path: ['v', 'zip'] }]);
  });

  test('names that the schema lacks are left out', () => {
    expect(
      dataOf(z.object({ a: z.string() }), [
        ['a', '1'],
        ['b', '2'],
      ]),
    ).toEqual({ a: '1' });
  });

  test('a strict object refuses names that it lacks, but not those of the toolkit and of Astro', () => {
    const schema = z.strictObject({ a: z.string() });
    const own: Pairs = [
      ['a', '1'],
      ['_action_form', 'x'],
      ['_action_key', 'x'],
      ['_action_intent', 'x'],
      ['_astroAction', 'x'],
    ];
    expect(dataOf(schema, own)).toEqual({ a: '1' });
    expect(
      issuesOf(schema, [
        ['a', '1'],
        ['b', '2'],
        ['c.d', '3'],
      ]),
    ).toMatchObject([{ path: [], code: 'unrecognized_keys', message: expect.stringContaining('"c.d"') }]);
  });

  test('a loose object keeps them as they were sent', () => {
    expect(
      dataOf(z.looseObject({ a: z.string() }), [
        ['a', '1'],
        ['b', '2'],
        ['b', '3'],
        ['c.d', '4'],
      ]),
    ).toEqual({ a: '1', b: ['2', '3'], 'c.d': '4' });
  });

  test('a catchall coerces them', () => {
    expect(
      dataOf(z.object({ a: z.string() }).catchall(z.number()), [
        ['a', '1'],
        ['b', '2'],
      ]),
    ).toEqual({ a: '1', b: 2 });
  });
});

describe('wrappers at the root', () => {
  const object = z.object({ n: z.number() });
  test.each<[string, z.ZodType]>([
    ['none', object],
    ['optional', object.optional()],
    ['nullable', object.nullable()],
    ['default', object.default({ n: 1 })],
    ['prefault', object.prefault({ n: 1 })],
    ['readonly', object.readonly()],
    ['brand', object.brand('o')],
    ['catch', object.catch({ n: 0 })],
    ['transform', object.transform((value) => value)],
    ['refine', object.refine(({ n }) => n > 1)],
    ['superRefine', object.superRefine(() => {})],
    ['pipe', object.pipe(z.object({ n: z.number() }))],
    ['lazy', z.lazy(() => object)],
    ['intersection', object.and(z.object({ m: z.number().optional() }))],
    ['preprocess', z.preprocess((value) => value, object)],
    ['codec', z.codec(object, z.object({ n: z.number() }), { decode: (value) => value, encode: (value) => value })],
  ])('%s', (_, schema) => {
    expect(dataOf(schema, [['n', '5']])).toEqual({ n: 5 });
  });
});

describe('records and maps', () => {
  test.each<[string, z.ZodType, Pairs, unknown]>([
    ['record, not sent', z.record(z.string(), z.number()), [], {}],
    [
      'record, brackets and dots',
      z.record(z.string(), z.number()),
      [
        ['v[a]', '1'],
        ['v.b', '2'],
      ],
      { a: 1, b: 2 },
    ],
    ['record, optional', z.record(z.string(), z.number()).optional(), [], undefined],
    ['record over an enum', z.record(z.enum(['x', 'y']), z.boolean()), [['v.x', 'on']], { x: true, y: false }],
    ['partial record', z.partialRecord(z.enum(['x', 'y']), z.number()), [['v.x', '1']], { x: 1 }],
    ['record of numbers', z.record(z.coerce.number(), z.string()), [['v[10]', 'a']], { 10: 'a' }],
    ['record with a number above the highest row', z.record(z.string(), z.int()), [['v[123456]', '1']], { 123456: 1 }],
    [
      'record with a default for its values, one of which is empty',
      z.record(z.string(), z.int().default(7)),
      [
        ['v[a]', ''],
        ['v[b]', '1'],
      ],
      { a: 7, b: 1 },
    ],
    ['record of optional values, one of which is empty', z.record(z.string(), z.int().optional()), [['v[a]', '']], {}],
    ['record of objects', z.record(z.string(), z.object({ n: z.int() })), [['v[a].n', '1']], { a: { n: 1 } }],
    ['map', z.map(z.string(), z.number()), [['v[a]', '1']], new Map([['a', 1]])],
    ['map, keys coerced', z.map(z.int(), z.boolean()), [['v[5]', 'on']], new Map([[5, true]])],
    ['map, not sent', z.map(z.string(), z.number()), [], new Map()],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(z.object({ v: schema }), pairs) as { v?: unknown }).v).toEqual(expected);
  });

  test('errors of a map are at the key as it was sent', () => {
    expect(issuesOf(z.object({ v: z.map(z.int(), z.int()) }), [['v[5]', 'x']])).toMatchObject([{ path: ['v', '5'] }]);
  });

  test.each(['x', ''])('errors are at the key: %j', (text) => {
    expect(issuesOf(z.object({ v: z.record(z.string(), z.number()) }), [['v[a]', text]])).toMatchObject([
      { path: ['v', 'a'], name: 'v[a]' },
    ]);
  });
});
