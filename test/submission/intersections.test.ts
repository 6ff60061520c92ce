import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataOf, issuesOf, type Pairs } from './support.js';

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
