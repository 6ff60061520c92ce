import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema, SchemaError } from '../../src/schema/node.js';
import { wrappers } from '../submission/contract/wrappers.js';

// why: a function is a schema of Zod's core that also has the methods of the others
const kinds = [
  ['function', () => z.function() as unknown as z.ZodType],
  ['promise', () => z.promise(z.string())],
  ['symbol', () => z.symbol()],
] as const;

const tag = z.literal('a');

/** Where it stands, and what the error calls it. */
const places: readonly (readonly [string, (f: z.ZodType) => z.ZodType, string])[] = [
  ['a field', (f) => z.object({ f }), 'f'],
  ['a nested field', (f) => z.object({ a: z.object({ b: z.object({ f }) }) }), 'a.b.f'],
  ['a list', (f) => z.object({ a: z.array(f) }), 'a[0]'],
  ['a list in a list', (f) => z.object({ a: z.array(z.array(f)) }), 'a[0][0]'],
  ['a row', (f) => z.object({ a: z.array(z.object({ f })) }), 'a[0].f'],
  ['a set', (f) => z.object({ a: z.set(f) }), 'a[0]'],
  ['a tuple', (f) => z.object({ a: z.tuple([z.string(), f]) }), 'a[1]'],
  ['the rest of a tuple', (f) => z.object({ a: z.tuple([z.string()], f) }), 'a[1]'],
  ['a record', (f) => z.object({ a: z.record(z.string(), f) }), 'a.*'],
  ['a record at the root', (f) => z.record(z.string(), z.object({ f })), '*.f'],
  ['a map', (f) => z.object({ a: z.map(z.string(), f) }), 'a.*'],
  ['the keys of a map', (f) => z.object({ a: z.map(f, z.string()) }), 'a.*'],
  ['a catchall', (f) => z.object({}).catchall(f), '*'],
  ['a union', (f) => z.object({ a: z.union([z.string(), f]) }), 'a'],
  ['an option of a union', (f) => z.object({ a: z.union([z.string(), z.object({ f })]) }), 'a.f'],
  ['an option of a union at the root', (f) => z.union([z.object({ a: z.string() }), z.object({ f })]), 'f'],
  [
    'an option of a discriminated union',
    (f) => z.object({ a: z.discriminatedUnion('t', [z.object({ t: z.literal('b') }), z.object({ t: tag, f })]) }),
    'a.f',
  ],
  ['one side of an intersection', (f) => z.object({ a: z.string() }).and(z.object({ f })), 'f'],
  [
    'one side of an intersection with a union',
    (f) => z.object({ a: z.string() }).and(z.union([z.object({ b: z.string() }), z.object({ f })])),
    'f',
  ],
  [
    'a schema that has itself below it',
    (f) => {
      const Node = z.object({
        get f() {
          return f;
        },
        get self(): z.ZodType {
          return z.array(Node);
        },
      });
      return Node;
    },
    'f',
  ],
  ['what goes into a pipe', (f) => z.object({ f: f.pipe(z.any()) }), 'f'],
  ['a key that has a dot', (f) => z.object({ a: z.object({ 'b.c': f }) }), 'a[b.c]'],
];

describe.each(kinds)('a %s is refused when the schema is read, and the error names the path', (type, make) => {
  const atPath = (path: string) =>
    new SchemaError(
      path,
      `is of the kind "${type}", which no form can send. Take it out, or use a kind that text can stand for`,
    );

  test.each(places)('in %s', (_, around, path) => {
    expect(() => readSchema(around(make()))).toThrow(atPath(path));
  });

  test.each(wrappers)('in a row, in $name', ({ wrap }) => {
    const wrapped = wrap(make(), { ...unread, schema: make });
    expect(() => readSchema(z.object({ a: z.array(z.object({ f: wrapped })) }))).toThrow(atPath('a[0].f'));
  });

  test('but not as what comes out of a pipe, a codec or a transform', () => {
    const any = z.any().transform(() => () => 'made');
    expect(() => readSchema(z.object({ a: any, b: z.string().pipe(z.any().pipe(make())) }))).not.toThrow();
    const codec = z.codec(z.string(), make(), { decode: (text) => text as never, encode: String });
    expect(() => readSchema(z.object({ codec }))).not.toThrow();
  });
});

/** What the contract's tables say of a kind, and nothing here asks for. */
const unread = {
  name: 'unread',
  missing: undefined,
  blank: { sent: [], is: undefined, means: 'cleared' },
  accepted: [],
  refused: [],
  fallback: { value: undefined },
} as const;

describe('a schema that is declared further down in the module', () => {
  const places: readonly (readonly [string, (late: () => z.ZodType) => z.ZodType])[] = [
    [
      'a getter',
      (late) =>
        z.object({
          get v() {
            return late();
          },
        }),
    ],
    ['a lazy field', (late) => z.object({ v: z.lazy(late) })],
    ['a lazy element', (late) => z.object({ list: z.array(z.lazy(late)) })],
    ['a lazy value of a record', (late) => z.object({ record: z.record(z.string(), z.lazy(late)) })],
    ['a lazy option', (late) => z.object({ u: z.union([z.string(), z.lazy(late)]) })],
    ['a lazy item of a tuple', (late) => z.object({ pair: z.tuple([z.lazy(late)]) })],
  ];

  test.each(places)('in %s may be named before', (_, around) => {
    const early = around(() => Late);
    expect(() => readSchema(early)).not.toThrow();
    const Late = z.object({ n: z.number() });
    expect(() => readSchema(early)).not.toThrow();
    // Zod itself can still use what has been looked at too early
    const late = { n: 1 };
    const input = { v: late, list: [late], record: { k: late }, u: late, pair: [late] };
    expect(early.safeParse(input)).toMatchObject({ success: true });
  });

  test.each(places)('in %s is refused once it can be read', (_, around) => {
    const early = around(() => Late);
    expect(() => readSchema(early)).not.toThrow();
    const Late = z.symbol();
    expect(() => readSchema(early)).toThrow('"symbol"');
  });

  test.each(places)('in %s: other errors of the author’s are not hidden', (_, around) => {
    const broken = around(() => {
      throw new TypeError('mine');
    });
    expect(() => readSchema(broken)).toThrow('mine');
  });
});
