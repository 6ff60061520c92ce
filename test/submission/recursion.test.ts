import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataOf, issuesOf, parse, type Pairs } from './support.js';

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
