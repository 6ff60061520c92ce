import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatPath } from '../../src/shared/path.js';
import { issuesOf, type Pairs } from './support.js';

const int = z.int();

/** What is sent is no number anywhere. */
describe('an issue says the name that was on the form, where that is not the canonical one', () => {
  test.each<[string, z.ZodType, Pairs, string, string | undefined]>([
    ['the canonical name', z.object({ a: z.object({ b: int }) }), [['a.b', 'x']], 'a.b', undefined],
    ['brackets for a dot', z.object({ a: z.object({ b: int }) }), [['a[b]', 'x']], 'a.b', 'a[b]'],
    ['brackets all the way', z.object({ a: z.object({ b: int }) }), [['[a][b]', 'x']], 'a.b', '[a][b]'],
    [
      'a dot for a row',
      z.object({ rows: z.array(z.object({ n: int })) }),
      [['rows.3.n', 'x']],
      'rows[3].n',
      'rows.3.n',
    ],
    [
      'a row in brackets',
      z.object({ rows: z.array(z.object({ n: int })) }),
      [['rows[3][n]', 'x']],
      'rows[3].n',
      'rows[3][n]',
    ],
    ['a list of one where one is due', z.object({ n: int }), [['n[]', 'x']], 'n', 'n[]'],
    [
      'one of a repeated name',
      z.object({ list: z.array(int) }),
      [
        ['list', '1'],
        ['list', 'x'],
      ],
      'list[1]',
      'list',
    ],
    [
      'one of a repeated name with brackets',
      z.object({ list: z.array(int) }),
      [
        ['list[]', '1'],
        ['list[]', 'x'],
      ],
      'list[1]',
      'list[]',
    ],
    [
      'one of a repeated name behind a hidden field',
      z.object({ list: z.array(int) }),
      [
        ['list', ''],
        ['list', 'x'],
      ],
      'list[0]',
      'list',
    ],
    [
      'an item of a repeated name',
      z.object({ pair: z.tuple([int, int]) }),
      [
        ['pair', '1'],
        ['pair', 'x'],
      ],
      'pair[1]',
      'pair',
    ],
    [
      'an item after a dot',
      z.object({ pair: z.tuple([int, int]) }),
      [
        ['pair.0', '1'],
        ['pair.1', 'x'],
      ],
      'pair[1]',
      'pair.1',
    ],
    ['a key of a record', z.object({ r: z.record(z.string(), int) }), [['r[k]', 'x']], 'r.k', 'r[k]'],
    [
      'a key of a record with a dot',
      z.object({ r: z.record(z.string(), int) }),
      [['r[a.b]', 'x']],
      'r[a.b]',
      undefined,
    ],
    ['a key of a map', z.object({ m: z.map(int, int) }), [['m[5]', 'x']], 'm.5', 'm[5]'],
    ['a key of a map after a dot', z.object({ m: z.map(int, int) }), [['m.5', 'x']], 'm.5', undefined],
    ['a key of the schema with a dot, in brackets', z.object({ 'a.b': int }), [['[a.b]', 'x']], '[a.b]', undefined],
    ['a key of the schema with a dot, as it is', z.object({ 'a.b': int }), [['a.b', 'x']], '[a.b]', 'a.b'],
    [
      'a key of the schema with a dot below an object',
      z.object({ v: z.object({ 'a.b': int }) }),
      [['v.a.b', 'x']],
      'v[a.b]',
      'v.a.b',
    ],
    [
      'a key of the schema with a dot, and names below it',
      z.object({ 'a.b': z.object({ c: int }) }),
      [['a.b.c', 'x']],
      '[a.b].c',
      'a.b.c',
    ],
    ['a key of the schema with brackets', z.object({ 'a[]': z.array(int).min(2) }), [['a[]', '1']], 'a[]', undefined],
    [
      'an option of a union',
      z.object({ u: z.union([z.object({ n: int }), z.object({ s: z.string() })]) }),
      [['u[n]', 'x']],
      'u.n',
      'u[n]',
    ],
    [
      'a tag',
      z.object({ u: z.discriminatedUnion('t', [z.object({ t: z.literal(1) })]) }),
      [['u[t]', '2']],
      'u.t',
      'u[t]',
    ],
    [
      'the tag of a union of which nothing was sent',
      z.object({ u: z.discriminatedUnion('t', [z.object({ t: z.literal(1) })]) }),
      [],
      'u.t',
      undefined,
    ],
    [
      'the tag of such a union in a row',
      z.object({ rows: z.array(z.object({ n: int, u: z.discriminatedUnion('t', [z.object({ t: z.literal(1) })]) })) }),
      [['rows[4].n', '1']],
      'rows[4].u.t',
      undefined,
    ],
    [
      'a list as a whole',
      z.object({ rows: z.array(z.object({ n: int })).min(2) }),
      [['rows.0.n', '1']],
      'rows',
      undefined,
    ],
    ['a field that was not sent', z.object({ a: z.object({ b: int }) }), [], 'a.b', undefined],
    [
      'the first of two spellings',
      z.object({ a: z.object({ b: int }) }),
      [
        ['a[b]', 'x'],
        ['a.b', 'y'],
      ],
      'a.b',
      'a[b]',
    ],
  ])('%s', (_, schema, pairs, canonical, name) => {
    const [issue, ...others] = issuesOf(schema, pairs);
    expect(others).toEqual([]);
    expect(issue && formatPath(issue.path)).toBe(canonical);
    expect(issue?.name).toBe(name);
  });

  test('rows keep their numbers on every level', () => {
    const schema = z.object({ a: z.array(z.object({ b: z.array(z.tuple([int], int)) })) });
    const pairs: Pairs = [
      ['a[5].b[2][0]', '1'],
      ['a[5].b[7][0]', '1'],
      ['a[5].b[7].4', 'x'],
    ];
    expect(issuesOf(schema, pairs)).toMatchObject([{ path: ['a', 5, 'b', 7, 4], name: 'a[5].b[7].4' }]);
  });
});
