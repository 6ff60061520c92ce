import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataOf, issuesOf, untouchedFile, type Pairs } from './support.js';

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
