import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ParseOptions } from '../../src/submission/parse.js';
import { dataOf, issuesOf, parse, untouchedFile, type Pairs } from './support.js';

const a = new File(['a'], 'a.txt');
const b = new File(['b'], 'b.txt');

describe('lists of scalars', () => {
  test.each<[string, z.ZodType, Pairs, unknown]>([
    ['not sent', z.array(z.string()), [], []],
    ['not sent, optional', z.array(z.string()).optional(), [], undefined],
    ['not sent, nullable', z.array(z.string()).nullable(), [], null],
    ['not sent, default', z.array(z.string()).default(['x']), [], ['x']],
    ['all unticked', z.array(z.string()), [['v', '']], []],
    ['all unticked, optional', z.array(z.string()).optional(), [['v', '']], []],
    ['all unticked, default', z.array(z.string()).default(['x']), [['v', '']], []],
    ['once', z.array(z.string()), [['v', 'a']], ['a']],
    [
      'repeated',
      z.array(z.string()),
      [
        ['v', 'a'],
        ['v', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'hidden field first',
      z.array(z.string()),
      [
        ['v', ''],
        ['v', 'a'],
        ['v', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'an empty one in between stays',
      z.array(z.string()),
      [
        ['v', 'a'],
        ['v', ''],
        ['v', 'b'],
      ],
      ['a', '', 'b'],
    ],
    [
      'brackets',
      z.array(z.string()),
      [
        ['v[]', 'a'],
        ['v[]', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'numbered in brackets',
      z.array(z.string()),
      [
        ['v[0]', 'a'],
        ['v[1]', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'numbered after dots',
      z.array(z.string()),
      [
        ['v.0', 'a'],
        ['v.1', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'rows keep the order of their numbers',
      z.array(z.string()),
      [
        ['v[7]', 'c'],
        ['v[0]', 'a'],
        ['v[10]', 'd'],
        ['v[2]', 'b'],
      ],
      ['a', 'b', 'c', 'd'],
    ],
    [
      'elements are coerced',
      z.array(z.number()),
      [
        ['v', '1'],
        ['v', '2.5'],
      ],
      [1, 2.5],
    ],
    [
      'elements of an enum',
      z.array(z.enum(['x', 'y'])),
      [
        ['v', ''],
        ['v', 'y'],
      ],
      ['y'],
    ],
    [
      'booleans',
      z.array(z.boolean()),
      [
        ['v[0]', 'false'],
        ['v[0]', 'true'],
        ['v[1]', 'false'],
      ],
      [true, false],
    ],
    [
      'set',
      z.set(z.number()),
      [
        ['v', '1'],
        ['v', '2'],
        ['v', '1'],
      ],
      new Set([1, 2]),
    ],
    ['set, not sent', z.set(z.number()), [], new Set()],
    [
      'list of lists',
      z.array(z.array(z.int())),
      [
        ['v[0][0]', '1'],
        ['v[0][1]', '2'],
        ['v[1]', '3'],
        ['v[1]', '4'],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['readonly list', z.array(z.number()).readonly(), [['v', '1']], [1]],
    [
      'files',
      z.array(z.file()),
      [
        ['v', a],
        ['v', b],
      ],
      [a, b],
    ],
    ['files, untouched', z.array(z.file()), [['v', untouchedFile()]], []],
    [
      'files, numbered',
      z.array(z.file()),
      [
        ['v[0]', a],
        ['v[1]', b],
      ],
      [a, b],
    ],
    [
      'files, numbered, some untouched',
      z.array(z.file()),
      [
        ['v[0]', untouchedFile()],
        ['v[1]', a],
        ['v[2]', untouchedFile()],
        ['v[5]', b],
      ],
      [a, b],
    ],
    ['files, numbered, of a form that is not multipart', z.array(z.file()), [['v[0]', '']], []],
    ['files, numbered, untouched, optional', z.array(z.file()).optional(), [['v[0]', untouchedFile()]], undefined],
    ['files, not sent', z.array(z.file()), [], []],
    ['files, of a form that is not multipart', z.array(z.file()), [['v', '']], []],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(z.object({ v: schema }), pairs) as { v?: unknown }).v).toStrictEqual(expected);
  });

  test('an error of an element names its row as it was submitted', () => {
    const issues = issuesOf(z.object({ v: z.array(z.number()) }), [
      ['v[3]', '1'],
      ['v[8]', 'x'],
    ]);
    expect(issues).toMatchObject([{ path: ['v', 8] }]);
  });

  test('an error of a file names its row as it was submitted, past those that were left empty', () => {
    const issues = issuesOf(z.object({ v: z.array(z.file()) }), [
      ['v[0]', untouchedFile()],
      ['v[1]', a],
      ['v[4]', 'text'],
    ]);
    expect(issues).toMatchObject([{ path: ['v', 4] }]);
  });

  test('an error of a repeated name says that name', () => {
    const issues = issuesOf(z.object({ v: z.array(z.number()) }), [
      ['v', '1'],
      ['v', 'x'],
    ]);
    expect(issues).toMatchObject([{ path: ['v', 1], name: 'v' }]);
  });
});

describe('lists of objects', () => {
  const items = z.object({ items: z.array(z.object({ sku: z.string(), qty: z.int(), gift: z.boolean() })) });
  const row = { sku: 'a', qty: 1, gift: false };

  test.each<[string, Pairs, unknown]>([
    ['not sent', [], []],
    ['said to be empty', [['items', '']], []],
    [
      'items[0].qty',
      [
        ['items[0].sku', 'a'],
        ['items[0].qty', '1'],
      ],
      [row],
    ],
    [
      'items.0.qty',
      [
        ['items.0.sku', 'a'],
        ['items.0.qty', '1'],
      ],
      [row],
    ],
    [
      'items[0][qty]',
      [
        ['items[0][sku]', 'a'],
        ['items[0][qty]', '1'],
      ],
      [row],
    ],
    [
      'spellings mixed',
      [
        ['items[0].sku', 'a'],
        ['items.0.qty', '1'],
        ['items[0][gift]', 'on'],
      ],
      [{ ...row, gift: true }],
    ],
    [
      'gaps close up',
      [
        ['items[4].sku', 'b'],
        ['items[4].qty', '2'],
        ['items[1].sku', 'a'],
        ['items[1].qty', '1'],
      ],
      [row, { ...row, sku: 'b', qty: 2 }],
    ],
    ['text under the name of the list is no row', [['items', 'x']], []],
  ])('%s', (_, pairs, expected) => {
    expect(dataOf(items, pairs)).toEqual({ items: expected });
  });

  test('a row of unticked boxes only is a row', () => {
    const schema = z.object({ rows: z.array(z.object({ done: z.boolean() })) });
    expect(
      dataOf(schema, [
        ['rows[0].done', 'false'],
        ['rows[2].done', 'false'],
      ]),
    ).toEqual({ rows: [{ done: false }, { done: false }] });
  });

  test('a row with an untouched file only is a row', () => {
    const schema = z.object({ rows: z.array(z.object({ photo: z.file().optional() })) });
    expect(dataOf(schema, [['rows[0].photo', untouchedFile()]])).toEqual({ rows: [{}] });
  });

  test('errors name the row as submitted, and the spelling that was on the form', () => {
    const issues = issuesOf(items, [
      ['items.5.sku', 'a'],
      ['items.5.qty', 'x'],
      ['items[9].sku', 'b'],
      ['items[9].qty', 'y'],
    ]);
    expect(issues).toMatchObject([{ path: ['items', 5, 'qty'], name: 'items.5.qty' }, { path: ['items', 9, 'qty'] }]);
    expect(issues[1]).not.toHaveProperty('name');
  });

  test('nested lists number both levels as submitted', () => {
    const schema = z.object({ a: z.array(z.object({ b: z.array(z.object({ n: z.number() })) })) });
    expect(issuesOf(schema, [['a[2].b[3].n', 'x']])).toMatchObject([{ path: ['a', 2, 'b', 3, 'n'] }]);
  });
});

describe('tuples', () => {
  test.each<[string, z.ZodType, Pairs, unknown]>([
    [
      'by index',
      z.tuple([z.string(), z.number()]),
      [
        ['v[0]', 'a'],
        ['v[1]', '2'],
      ],
      ['a', 2],
    ],
    [
      'in the order sent',
      z.tuple([z.number(), z.number()]),
      [
        ['v', '1'],
        ['v', '2'],
      ],
      [1, 2],
    ],
    [
      'rest',
      z.tuple([z.string()], z.number()),
      [
        ['v[0]', 'a'],
        ['v[3]', '3'],
        ['v[1]', '1'],
      ],
      ['a', 1, 3],
    ],
    ['optional last', z.tuple([z.string(), z.number().optional()]), [['v[0]', 'a']], ['a']],
    [
      'optional, nothing filled in',
      z.tuple([z.string(), z.number()]).optional(),
      [
        ['v[0]', ''],
        ['v[1]', ''],
      ],
      undefined,
    ],
    ['objects', z.tuple([z.object({ n: z.number() })]), [['v[0].n', '1']], [{ n: 1 }]],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(z.object({ v: schema }), pairs) as { v?: unknown }).v).toStrictEqual(expected);
  });

  test('a missing item is an error at its index', () => {
    expect(issuesOf(z.object({ v: z.tuple([z.string(), z.number()]) }), [['v[0]', 'a']])).toMatchObject([
      { path: ['v', 1] },
    ]);
  });
});

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

describe('intersections', () => {
  test('of objects read the fields of both', () => {
    const schema = z
      .object({ a: z.number() })
      .and(z.object({ b: z.boolean() }))
      .and(z.object({ c: z.string() }));
    expect(
      dataOf(schema, [
        ['a', '1'],
        ['b', 'on'],
        ['c', 'x'],
      ]),
    ).toEqual({ a: 1, b: true, c: 'x' });
  });

  const either = z.object({ id: z.int() }).and(z.union([z.object({ n: z.int() }), z.object({ s: z.string().min(1) })]));
  test.each<[string, z.ZodType, Pairs, unknown]>([
    ['optional, not sent', either.optional(), [], undefined],
    [
      'optional, all empty',
      either.optional(),
      [
        ['v.id', ''],
        ['v.n', ''],
      ],
      undefined,
    ],
    ['nullable, all empty', either.nullable(), [['v.id', '']], null],
    ['nullish, not sent', either.nullish(), [], undefined],
    ['nullish, all empty', either.nullish(), [['v.s', '']], null],
    ['default, all empty', either.default({ id: 7, n: 7 }), [['v.id', '']], { id: 7, n: 7 }],
    ['optional, of lists, not sent', z.array(z.int()).and(z.array(z.int())).optional(), [], undefined],
    ['optional, of lists, all unticked', z.array(z.int()).and(z.array(z.int())).optional(), [['v', '']], []],
    [
      'optional, filled in',
      either.optional(),
      [
        ['v.id', '1'],
        ['v.s', 'x'],
      ],
      { id: 1, s: 'x' },
    ],
  ])('of an object and a union: %s', (_, schema, pairs, expected) => {
    expect((dataOf(z.object({ v: schema }), pairs) as { v?: unknown }).v).toEqual(expected);
  });

  test('one field of an optional one brings all of it into being', () => {
    expect(issuesOf(z.object({ v: either.optional() }), [['v.n', '1']])).toMatchObject([{ path: ['v', 'id'] }]);
  });

  test('of an object and a discriminated union read both', () => {
    const kind = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), n: z.number() }),
      z.object({ kind: z.literal('b') }),
    ]);
    expect(
      dataOf(z.object({ id: z.int() }).and(kind), [
        ['id', '1'],
        ['kind', 'a'],
        ['n', '2'],
      ]),
    ).toEqual({ id: 1, kind: 'a', n: 2 });
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

describe('recursion', () => {
  const Category = z.object({
    name: z.string(),
    get children() {
      return z.array(Category);
    },
  });

  test('getters', () => {
    expect(
      dataOf(Category, [
        ['name', 'a'],
        ['children[0].name', 'b'],
        ['children[0].children[0].name', 'c'],
      ]),
    ).toEqual({
      name: 'a',
      children: [{ name: 'b', children: [{ name: 'c', children: [] }] }],
    });
  });

  test('lazy', () => {
    type Node = { value: number; next?: Node };
    const Node: z.ZodType<Node> = z.lazy(() => z.object({ value: z.number(), next: Node.optional() }));
    expect(
      dataOf(Node, [
        ['value', '1'],
        ['next.value', '2'],
      ]),
    ).toEqual({ value: 1, next: { value: 2 } });
  });

  type Tree = { n: number; rest?: unknown };
  const Listed: z.ZodType<Tree> = z.lazy(() => z.object({ n: z.int(), rest: z.array(Listed) }));
  const Keyed: z.ZodType<Tree> = z.lazy(() => z.object({ n: z.int(), rest: z.record(z.string(), Keyed) }));
  const Paired: z.ZodType<Tree> = z.lazy(() => z.object({ n: z.int(), rest: z.tuple([z.int(), Paired]).optional() }));
  const Either: z.ZodType<Tree> = z.lazy(() => z.object({ n: z.int(), rest: z.union([z.int(), Either]).optional() }));
  const Tagged = z.object({
    n: z.int(),
    get rest(): z.ZodType {
      return z
        .discriminatedUnion('type', [
          z.object({ type: z.literal('leaf'), m: z.int() }),
          z.object({ type: z.literal('node'), node: Tagged }),
        ])
        .optional();
    },
  });
  const Author = z.object({
    n: z.int(),
    get rest() {
      return z.array(Book);
    },
  });
  const Book = z.object({
    title: z.string(),
    get by(): z.ZodOptional<typeof Author> {
      return Author.optional();
    },
  });

  test.each<[string, z.ZodType, Pairs, unknown]>([
    [
      'lists',
      Listed,
      [
        ['rest[4].rest[2].n', '3'],
        ['rest[4].n', '2'],
      ],
      [{ n: 2, rest: [{ n: 3, rest: [] }] }],
    ],
    [
      'records',
      Keyed,
      [
        ['rest.a.n', '2'],
        ['rest.a.rest[b.c].n', '3'],
      ],
      { a: { n: 2, rest: { 'b.c': { n: 3, rest: {} } } } },
    ],
    [
      'tuples',
      Paired,
      [
        ['rest[0]', '2'],
        ['rest[1].n', '3'],
      ],
      [2, { n: 3 }],
    ],
    ['unions, one option', Either, [['rest', '2']], 2],
    [
      'unions, the other',
      Either,
      [
        ['rest.n', '2'],
        ['rest.rest.n', '3'],
      ],
      { n: 2, rest: { n: 3 } },
    ],
    [
      'discriminated unions',
      Tagged,
      [
        ['rest.type', 'node'],
        ['rest.node.n', '2'],
        ['rest.node.rest.type', 'leaf'],
        ['rest.node.rest.m', '3'],
      ],
      { type: 'node', node: { n: 2, rest: { type: 'leaf', m: 3 } } },
    ],
    [
      'two objects that have each other',
      Author,
      [
        ['rest[0].title', 'x'],
        ['rest[0].by.n', '2'],
      ],
      [{ title: 'x', by: { n: 2, rest: [] } }],
    ],
  ])('through %s', (_, schema, pairs, expected) => {
    expect(dataOf(schema, [['n', '1'], ...pairs])).toEqual({ n: 1, rest: expected });
    const wrong = pairs.map(([name, value]): [string, string | File] => [
      name,
      value === '3' || value === '2' ? 'x' : value,
    ]);
    expect(issuesOf(schema, [['n', '1'], ...wrong])).not.toEqual([]);
  });

  test('an object that requires itself ends', () => {
    const Endless = z.object({
      get self() {
        return Endless;
      },
    });
    expect(parse(Endless, []).valid).toBe(false);
  });
});

describe('what the page fixes', () => {
  const schema = z.object({ id: z.int(), name: z.string(), by: z.object({ user: z.string(), note: z.string() }) });
  test('is merged before validation and wins over the form', () => {
    const fixed = { id: 7, by: { user: 'ada' } };
    const pairs: Pairs = [
      ['id', '999'],
      ['name', 'x'],
      ['by.note', 'n'],
      ['by.user', 'eve'],
    ];
    expect(dataOf(schema, pairs, { fixed })).toEqual({ id: 7, name: 'x', by: { user: 'ada', note: 'n' } });
  });

  test('is not shown again', () => {
    const { values } = parse(
      schema,
      [
        ['id', '999'],
        ['name', 'x'],
        ['by.user', 'eve'],
      ],
      { fixed: { id: 7, by: { user: 'ada' } } },
    );
    expect(values).toEqual({ name: ['x'] });
  });

  test('picks the option of a union', () => {
    const union = z.discriminatedUnion('type', [
      z.object({ type: z.literal('a'), n: z.number() }),
      z.object({ type: z.literal('b') }),
    ]);
    expect(
      dataOf(
        union,
        [
          ['type', 'b'],
          ['n', '1'],
        ],
        { fixed: { type: 'a' } },
      ),
    ).toEqual({ type: 'a', n: 1 });
  });

  test('replaces lists whole', () => {
    expect(
      dataOf(
        z.object({ tags: z.array(z.string()) }),
        [
          ['tags', 'x'],
          ['tags[4]', 'y'],
        ],
        { fixed: { tags: ['z'] } },
      ),
    ).toEqual({ tags: ['z'] });
  });

  test('cannot reach a prototype', () => {
    const fixed = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>;
    parse(schema, [], { fixed });
    expect({}).not.toHaveProperty('polluted');
  });
});
