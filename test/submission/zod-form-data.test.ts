import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { toConstraints } from '../../src/schema/constraints.js';
import { toControl } from '../../src/schema/control.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { dataOf, issuesOf, untouchedFile, type Pairs } from './support.js';

const file = new File(['x'], 'a.txt');

describe('fields parse as that library documents', () => {
  test.each<[string, z.ZodType, Pairs, unknown]>([
    ['text', zfd.text(), [['v', 'a']], 'a'],
    ['text, optional, empty', zfd.text(z.string().optional()), [['v', '']], undefined],
    ['numeric', zfd.numeric(), [['v', '12']], 12],
    ['numeric, optional, empty', zfd.numeric(z.number().optional()), [['v', '']], undefined],
    ['numeric, optional, blanks', zfd.numeric(z.number().optional()), [['v', ' ']], undefined],
    ['checkbox, ticked', zfd.checkbox(), [['v', 'on']], true],
    ['checkbox, unticked', zfd.checkbox(), [], false],
    ['checkbox, our hidden field, unticked', zfd.checkbox(), [['v', 'false']], false],
    [
      'checkbox, our hidden field, ticked',
      zfd.checkbox(),
      [
        ['v', 'false'],
        ['v', 'true'],
      ],
      true,
    ],
    ['checkbox with a value of its own', zfd.checkbox({ trueValue: 'yes' }), [['v', 'yes']], true],
    ['file', zfd.file(), [['v', file]], file],
    ['file on both sides of an intersection', zfd.file().and(zfd.file()), [['v', file]], file],
    ['file, optional, untouched', zfd.file(z.instanceof(File).optional()), [['v', untouchedFile()]], undefined],
    ['repeatable, not sent', zfd.repeatable(), [], []],
    ['repeatable, once', zfd.repeatable(), [['v', 'a']], ['a']],
    [
      'repeatable, more than once',
      zfd.repeatable(),
      [
        ['v', 'a'],
        ['v', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'repeatableOfType',
      zfd.repeatableOfType(zfd.numeric()),
      [
        ['v', '1'],
        ['v', '2'],
      ],
      [1, 2],
    ],
    ['json', zfd.json(z.object({ a: z.number() })), [['v', '{"a":1}']], { a: 1 }],
    ['json, optional, empty', zfd.json(z.object({ a: z.number() }).optional()), [['v', '']], undefined],
    [
      'json behind a preprocess that changes nothing',
      z.preprocess((value) => value, zfd.json(z.object({ a: z.number() }))),
      [['v', '{"a":1}']],
      { a: 1 },
    ],
    [
      'json on both sides of an intersection',
      zfd.json(z.object({ a: z.number() })).and(zfd.json(z.object({ b: z.number() }))),
      [['v', '{"a":1,"b":2}']],
      { a: 1, b: 2 },
    ],
  ])('%s', (_, schema, pairs, expected) => {
    expect((dataOf(zfd.formData({ v: schema }), pairs) as { v?: unknown }).v).toStrictEqual(expected);
  });
});

describe('and refuse what it refuses', () => {
  test.each<[string, z.ZodType, Pairs]>([
    ['text, empty', zfd.text(), [['v', '']]],
    ['text, not sent', zfd.text(), []],
    ['numeric, empty', zfd.numeric(), [['v', '']]],
    ['numeric, blanks', zfd.numeric(), [['v', ' ']]],
    ['numeric, blanks, behind another preprocess', z.preprocess((value) => value, zfd.numeric()), [['v', ' ']]],
    ['numeric, text', zfd.numeric(), [['v', '24px']]],
    ['checkbox with a value of its own, on', zfd.checkbox({ trueValue: 'yes' }), [['v', 'on']]],
    ['checkbox, another word', zfd.checkbox(), [['v', 'maybe']]],
    ['file, untouched', zfd.file(), [['v', untouchedFile()]]],
    ['file, text', zfd.file(), [['v', 'x']]],
    ['repeatable, too few', zfd.repeatable(z.array(zfd.text()).min(1)), []],
    ['json, not JSON', zfd.json(z.object({ a: z.number() })), [['v', '{']]],
    ['json, not sent', zfd.json(z.object({ a: z.number() })), []],
  ])('%s', (_, schema, pairs) => {
    expect(issuesOf(zfd.formData({ v: schema }), pairs)).toMatchObject([{ path: ['v'] }]);
  });
});

test.each<[string, Pairs]>([
  ['an empty text', [['v', '']]],
  ['no text', []],
])('%s is missing, also where Zod would make a text of anything', (_, sent) => {
  expect(issuesOf(zfd.formData({ v: zfd.text(z.coerce.string()) }), sent)).toMatchObject([{ path: ['v'] }]);
});

test('and may be left out where the schema says so', () => {
  const schema = zfd.formData({ v: zfd.text(z.coerce.string().optional()), w: zfd.text(z.coerce.string()) });
  expect(
    dataOf(schema, [
      ['v', ''],
      ['w', 'a'],
    ]),
  ).toEqual({ w: 'a' });
});

test('what is wrong inside of JSON is said at the field that holds it', () => {
  const schema = zfd.formData({
    rows: z.array(z.object({ json: zfd.json(z.object({ a: z.object({ b: z.int() }) })) })),
  });
  expect(issuesOf(schema, [['rows[3].json', '{"a":{"b":"x"}}']])).toMatchObject([
    { path: ['rows', 3, 'json', 'a', 'b'], name: 'rows[3].json' },
  ]);
});

describe('zfd.formData() roots', () => {
  test('of a shape and of a schema are read as the object they hold', () => {
    expect(dataOf(zfd.formData({ a: z.object({ b: z.number() }) }), [['a.b', '1']])).toEqual({ a: { b: 1 } });
    expect(dataOf(zfd.formData(z.object({ n: z.number() }).refine(() => true)), [['n', '1']])).toEqual({ n: 1 });
  });

  test('never write to a path that a client chose', () => {
    dataOf(zfd.formData({ a: zfd.text() }), [
      ['a', '1'],
      ['__proto__.polluted', 'x'],
      ['constructor.prototype.polluted', 'x'],
    ]);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('fields say their constraints', () => {
  test.each([
    ['text', zfd.text(), { required: true }],
    ['text, optional', zfd.text(z.string().max(5).optional()), { maxlength: 5 }],
    [
      'numeric',
      zfd.numeric(z.number().min(25).max(50)),
      { required: true, min: 25, max: 50, step: 'any', inputmode: 'decimal' },
    ],
    ['file', zfd.file(), { required: true }],
    ['text, optional outside', zfd.text().optional(), {}],
    [
      'text, wrapped',
      zfd
        .text(z.string().max(5))
        .refine(() => true)
        .readonly()
        .brand('b'),
      { required: true, maxlength: 5 },
    ],
    [
      'text, not optional after all',
      z.nonoptional(zfd.text(z.email()).optional()),
      { required: true, autocomplete: 'email' },
    ],
    [
      'text with an expression',
      zfd.text(z.string().regex(/^\d{5}$/)),
      { required: true, pattern: '\\d{5}', inputmode: 'numeric' },
    ],
    ['text of a choice', zfd.text(z.enum(['a', 'b'])), { required: true }],
    ['numeric, optional inside', zfd.numeric(z.int().min(1).optional()), { min: 1, step: 1, inputmode: 'numeric' }],
    ['numeric, default outside', zfd.numeric(z.int().min(1)).default(2), { min: 1, step: 1, inputmode: 'numeric' }],
    [
      'meta',
      zfd.numeric().meta({ min: 3, autocomplete: 'bday-year' }),
      { required: true, min: 3, step: 'any', autocomplete: 'bday-year' },
    ],
    ['meta inside', zfd.text(z.string().meta({ maxlength: 9 })), { required: true, maxlength: 9 }],
    ['file with types', zfd.file(z.file().mime(['image/png']).optional()), { accept: 'image/png' }],
    ['repeatable choices', zfd.repeatable(z.array(z.enum(['a', 'b'])).min(1)), { required: true, multiple: true }],
    [
      'repeatable files',
      zfd.repeatableOfType(zfd.file(z.file().mime('image/png'))),
      { multiple: true, accept: 'image/png' },
    ],
    ['checkbox', zfd.checkbox(), {}],
    [
      'checkbox, wrapped',
      zfd
        .checkbox()
        .refine((ticked) => ticked)
        .meta({ required: true }),
      { required: true },
    ],
    ['json', zfd.json(z.object({ a: z.string() })), { required: true }],
    ['json, optional inside', zfd.json(z.array(z.string()).optional()), {}],
    ['json, of anything', zfd.json(z.any()), {}],
    ['json of a union', zfd.json(z.union([z.string(), z.array(z.string())])), { required: true }],
    ['json of a text: lengths are those of what is inside', zfd.json(z.string().min(3).max(5)), { required: true }],
    ['json of a number', zfd.json(z.int().min(3)), { required: true, min: 3, step: 1, inputmode: 'numeric' }],
  ])('%s', (_, schema, expected) => {
    const node = nodeAt(readSchema(zfd.formData({ v: schema })), ['v']);
    expect(node && toConstraints(node)).toEqual(expected);
  });

  test.each([
    ['checkbox', zfd.checkbox(), { tag: 'input', type: 'checkbox' }],
    ['file', zfd.file(), { tag: 'input', type: 'file' }],
    ['numeric', zfd.numeric(), { tag: 'input', type: 'number' }],
    ['json', zfd.json(z.object({ a: z.string() })), { tag: 'textarea' }],
    ['json of a list', zfd.json(z.array(z.enum(['a', 'b']))), { tag: 'textarea' }],
    ['json of a union', zfd.json(z.union([z.object({}), z.array(z.string())])), { tag: 'textarea' }],
    ['json of a text', zfd.json(z.email()), { tag: 'textarea' }],
    ['json of a number', zfd.json(z.number()), { tag: 'input', type: 'number' }],
    ['json of a box', zfd.json(z.boolean()), { tag: 'input', type: 'checkbox' }],
    ['json of a choice', zfd.json(z.enum(['a'])), { tag: 'select' }],
  ])('%s', (_, schema, expected) => {
    const node = nodeAt(readSchema(zfd.formData({ v: schema })), ['v']);
    expect(node && toControl(node)).toMatchObject(expected);
  });
});
