import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { parseSubmission } from '../../src/submission/parse.js';
import { dataOf, issuesOf, toFormData, type Pairs } from './support.js';

describe('discriminated unions', () => {
  const literal = z.discriminatedUnion('type', [
    z.object({ type: z.literal('card'), number: z.int() }),
    z.object({ type: z.literal('cash'), paid: z.boolean() }),
  ]);
  const numeric = z.discriminatedUnion('v', [
    z.object({ v: z.literal(1), n: z.int() }),
    z.object({ v: z.literal([2, 3]) }),
  ]);
  const enums = z.discriminatedUnion('k', [
    z.object({ k: z.enum(['a', 'b']), n: z.int() }),
    z.object({ k: z.literal('c') }),
  ]);
  const boolean = z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), n: z.int() }),
    z.object({ ok: z.literal(false) }),
  ]);
  const defaulted = z.discriminatedUnion('t', [
    z.object({ t: z.literal('a').default('a'), n: z.int() }),
    z.object({ t: z.literal('b') }),
  ]);
  const nested = z.discriminatedUnion('status', [
    z.object({ status: z.literal('ok'), n: z.int() }),
    z.discriminatedUnion('code', [
      z.object({ status: z.literal('failed'), code: z.literal(400), m: z.boolean() }),
      z.object({ status: z.literal('failed'), code: z.literal(500) }),
    ]),
  ]);

  test.each<[string, z.ZodType, Pairs, unknown]>([
    [
      'literal tag',
      literal,
      [
        ['type', 'card'],
        ['number', '5'],
      ],
      { type: 'card', number: 5 },
    ],
    [
      'other option',
      literal,
      [
        ['type', 'cash'],
        ['number', '5'],
      ],
      { type: 'cash', paid: false },
    ],
    [
      'numeric tag',
      numeric,
      [
        ['v', '1'],
        ['n', '2'],
      ],
      { v: 1, n: 2 },
    ],
    ['list of numeric tags', numeric, [['v', '3']], { v: 3 }],
    [
      'enum tag',
      enums,
      [
        ['k', 'b'],
        ['n', '2'],
      ],
      { k: 'b', n: 2 },
    ],
    [
      'boolean tag',
      boolean,
      [
        ['ok', 'on'],
        ['n', '2'],
      ],
      { ok: true, n: 2 },
    ],
    ['boolean tag, unticked', boolean, [['ok', 'false']], { ok: false }],
    [
      'boolean tag, hidden and ticked',
      boolean,
      [
        ['ok', 'false'],
        ['ok', 'true'],
        ['n', '2'],
      ],
      { ok: true, n: 2 },
    ],
    ['boolean tag, not sent', boolean, [['n', '2']], { ok: false }],
    ['default tag, not sent', defaulted, [['n', '2']], { t: 'a', n: 2 }],
    [
      'default tag, empty',
      defaulted,
      [
        ['t', ''],
        ['n', '2'],
      ],
      { t: 'a', n: 2 },
    ],
    ['default tag, the other', defaulted, [['t', 'b']], { t: 'b' }],
    [
      'nested union',
      nested,
      [
        ['status', 'failed'],
        ['code', '400'],
        ['m', 'on'],
      ],
      { status: 'failed', code: 400, m: true },
    ],
    [
      'wrapped options',
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('x'), n: z.int() }).readonly(),
        z.lazy(() => z.object({ type: z.literal('y') })),
      ]),
      [
        ['type', 'x'],
        ['n', '1'],
      ],
      { type: 'x', n: 1 },
    ],
  ])('%s, at the root', (_, schema, pairs, expected) => {
    expect(dataOf(schema, pairs)).toEqual(expected);
  });

  test('below a field', () => {
    expect(
      dataOf(z.object({ pay: literal }), [
        ['pay.type', 'card'],
        ['pay.number', '1'],
      ]),
    ).toEqual({ pay: { type: 'card', number: 1 } });
  });

  test('in a list', () => {
    const pairs: Pairs = [
      ['p[0].type', 'cash'],
      ['p[0].paid', 'on'],
      ['p[3].type', 'card'],
      ['p[3].number', 'x'],
    ];
    expect(issuesOf(z.object({ p: z.array(literal) }), pairs)).toMatchObject([{ path: ['p', 3, 'number'] }]);
  });

  test('optional, nothing filled in', () => {
    expect(dataOf(z.object({ pay: literal.optional() }), [['pay.type', '']])).toEqual({});
    expect(dataOf(z.object({ pay: literal.nullable() }), [])).toEqual({ pay: null });
  });

  test('not sent: the choice is what lacks', () => {
    expect(issuesOf(z.object({ pay: literal }), [])).toMatchObject([{ path: ['pay', 'type'] }]);
  });

  test('no option for the tag: the error is at the tag', () => {
    expect(issuesOf(literal, [['type', 'gold']])).toMatchObject([{ path: ['type'], code: 'invalid_union' }]);
    expect(issuesOf(literal, [])).toMatchObject([{ path: ['type'] }]);
    expect(issuesOf(z.object({ pay: literal }), [['pay.number', '1']])).toMatchObject([{ path: ['pay', 'type'] }]);
  });

  test('an inherited name is no tag', () => {
    expect(issuesOf(literal, [['type', 'constructor']])).toMatchObject([{ path: ['type'] }]);
  });
});

describe('unions', () => {
  test.each<[string, z.ZodType, Pairs, unknown]>([
    ['first option that accepts', z.union([z.number(), z.string()]), [['v', '5']], 5],
    ['next option', z.union([z.number(), z.string()]), [['v', 'x']], 'x'],
    ['order counts', z.union([z.string(), z.number()]), [['v', '5']], '5'],
    ['an empty text or an address', z.union([z.literal(''), z.email()]), [['v', '']], ''],
    ['optional, empty', z.union([z.number(), z.email()]).optional(), [['v', '']], undefined],
    [
      'optional, empty, where the empty text is an option',
      z.union([z.email(), z.literal('')]).optional(),
      [['v', '']],
      '',
    ],
    ['nullable, not sent', z.union([z.number(), z.email()]).nullable(), [], null],
    ['null among the options', z.union([z.null(), z.number()]), [['v', '']], null],
    ['one or many: one', z.union([z.string(), z.array(z.string())]), [['v', 'a']], 'a'],
    [
      'one or many: many',
      z.union([z.string(), z.array(z.string())]),
      [
        ['v', 'a'],
        ['v', 'b'],
      ],
      ['a', 'b'],
    ],
    ['objects', z.union([z.object({ n: z.number() }), z.object({ s: z.string() })]), [['v.s', 'x']], { s: 'x' }],
    ['a text or an object', z.union([z.string(), z.object({ n: z.int() })]), [['v.n', '1']], { n: 1 }],
    ['dates or numbers', z.union([z.date(), z.number()]), [['v', '2024-01-01']], new Date('2024-01-01')],
    ['a union in a union, not sent', z.union([z.union([z.string(), z.null()]), z.number()]), [], null],
    [
      'lists of objects or a text',
      z.union([z.array(z.object({ n: z.int() })), z.string()]),
      [['v[0].n', '1']],
      [{ n: 1 }],
    ],
    ['xor', z.xor([z.number(), z.boolean()]), [['v', 'on']], true],
    ['json', z.json(), [['v', 'x']], 'x'],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(z.object({ v: schema }), pairs) as { v?: unknown }).v).toStrictEqual(expected);
  });

  test('at the root, by what fits', () => {
    const schema = z.union([z.object({ email: z.email() }), z.object({ phone: z.string().min(3) })]);
    expect(
      dataOf(schema, [
        ['email', ''],
        ['phone', '123'],
      ]),
    ).toEqual({ phone: '123' });
  });

  test('no option accepts: what was sent goes to Zod', () => {
    expect(issuesOf(z.object({ v: z.union([z.number(), z.boolean()]) }), [['v', 'x']])).toMatchObject([
      { path: ['v'], code: 'invalid_union' },
    ]);
  });

  const coerced = z.union([z.coerce.number(), z.coerce.date(), z.literal('x')]);
  test.each<[string, z.ZodType, Pairs]>([
    ['an empty text is no 0 and no date', coerced, [['v', '']]],
    ['blanks are no 0', coerced, [['v', ' ']]],
    ['a hexadecimal is no number, and no date', coerced, [['v', '0x10']]],
    ['a day that no calendar has', coerced, [['v', '2024-02-30']]],
    ['coerced text, not sent', z.union([z.coerce.string(), z.int()]), []],
    [
      'coerced text, sent twice',
      z.union([z.coerce.string(), z.int()]),
      [
        ['v', 'a'],
        ['v', 'b'],
      ],
    ],
    ['in a union of its own', z.union([z.union([z.coerce.number(), z.email()]), z.boolean()]), [['v', ' ']]],
    ['zfd.numeric', z.union([zfd.numeric(), z.literal('x')]), [['v', ' ']]],
    [
      'a list of them',
      z.union([z.array(z.coerce.number()), z.literal('x')]),
      [
        ['v', ''],
        ['v', ' '],
      ],
    ],
    [
      'a list that is long enough only with the hidden field of its group',
      z.union([z.array(z.string()).min(2), z.int()]),
      [
        ['v', ''],
        ['v', 'a'],
      ],
    ],
  ])('no option reads it, and Zod makes nothing of it: %s', (_, schema, pairs) => {
    expect(issuesOf(z.object({ v: schema }), pairs)).not.toEqual([]);
  });

  test('an option that may be null is what is left of a field that was not sent', () => {
    expect(dataOf(z.object({ v: z.union([z.object({ n: z.int() }).nullable(), z.int()]) }), [])).toEqual({ v: null });
    expect(dataOf(z.object({ v: z.union([z.tuple([z.int()]).optional(), z.int()]) }), [])).toEqual({});
  });

  test('an intersection of lists among the options is an empty list when it was not sent', () => {
    const list = z.array(z.string()).and(z.array(z.string()));
    expect(dataOf(z.object({ v: z.union([list, z.int()]) }), [])).toEqual({ v: [] });
  });

  test('no option of objects accepts: the errors of the closest are at its fields', () => {
    const schema = z.object({ v: z.union([z.object({ a: z.int(), b: z.int() }), z.object({ c: z.int() })]) });
    expect(
      issuesOf(schema, [
        ['v.a', '1'],
        ['v.b', 'x'],
      ]),
    ).toMatchObject([{ path: ['v', 'b'] }]);
  });

  test('what was filled in of an optional one is never lost, however little a scalar option finds wrong', () => {
    const schema = z.object({ v: z.union([z.int(), z.object({ a: z.int(), b: z.int() })]).optional() });
    const pairs: Pairs = [
      ['v.a', 'x'],
      ['v.b', 'y'],
    ];
    expect(issuesOf(schema, pairs)).toMatchObject([{ path: ['v', 'a'] }, { path: ['v', 'b'] }]);
  });

  test('no option of lists accepts: the errors are at the rows', () => {
    const schema = z.object({ v: z.union([z.array(z.object({ n: z.int() })), z.int()]) });
    expect(issuesOf(schema, [['v[3].n', 'x']])).toMatchObject([{ path: ['v', 3, 'n'] }]);
  });

  test('the author’s message for the whole stays', () => {
    const schema = z.object({ v: z.union([z.object({ a: z.int() }), z.object({ c: z.int() })], 'Give a or c') });
    expect(issuesOf(schema, [['v.a', 'x']])).toMatchObject([{ path: ['v'], message: 'Give a or c' }]);
  });

  test('asynchronous options are asked in order', async () => {
    const schema = z.object({ rows: z.array(z.union([z.number().refine(async (n) => n < 10), z.string()])) });
    const submission = await parseSubmission(
      schema,
      toFormData([
        ['rows', '5'],
        ['rows', '50'],
      ]),
    );
    expect(submission).toMatchObject({ valid: true, data: { rows: [5, '50'] } });
  });
});
