import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasFiles, isSecret, toControl, type ControlKind } from '../../src/schema/control.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { leafNames, sortByField } from '../../src/schema/order.js';
import { parsePath } from '../../src/shared/path.js';
import { controlOf, fieldNode } from './support.js';

const options = [
  { value: 'a', label: 'A' },
  { value: 'in_progress', label: 'In progress' },
];

test.each<[string, z.ZodType, ControlKind]>([
  ['string', z.string(), { tag: 'input', type: 'text' }],
  ['email', z.email(), { tag: 'input', type: 'email' }],
  ['string().email().min()', z.string().email().min(3), { tag: 'input', type: 'email' }],
  ['email, optional', z.email().optional(), { tag: 'input', type: 'email' }],
  ['email of HTML', z.email({ pattern: z.regexes.html5Email }), { tag: 'input', type: 'email' }],
  ['email of letters that HTML refuses', z.email({ pattern: z.regexes.unicodeEmail }), { tag: 'input', type: 'text' }],
  ['email with quotes and numbers', z.email({ pattern: z.regexes.rfc5322Email }), { tag: 'input', type: 'text' }],
  ['email of a domain, whatever is before it', z.email({ pattern: /@example\.com$/ }), { tag: 'input', type: 'text' }],
  ['email or nothing', z.union([z.literal(''), z.email()]), { tag: 'input', type: 'email' }],
  ['url', z.url(), { tag: 'input', type: 'url' }],
  ['e164', z.e164(), { tag: 'input', type: 'tel' }],
  ['iso date', z.iso.date(), { tag: 'input', type: 'date' }],
  ['iso time', z.iso.time(), { tag: 'input', type: 'time' }],
  ['iso datetime, local', z.iso.datetime({ local: true }), { tag: 'input', type: 'datetime-local' }],
  ['string().time()', z.string().time(), { tag: 'input', type: 'time' }],
  ['string().datetime(), local', z.string().datetime({ local: true }), { tag: 'input', type: 'datetime-local' }],
  ['iso time with minutes', z.iso.time({ precision: -1 }), { tag: 'input', type: 'time' }],
  ['iso time with tenths of a second', z.iso.time({ precision: 1 }), { tag: 'input', type: 'text' }],
  [
    'iso datetime, local, with minutes',
    z.iso.datetime({ local: true, precision: -1 }),
    { tag: 'input', type: 'datetime-local' },
  ],
  [
    'iso datetime, local, with seconds, which the control leaves out',
    z.iso.datetime({ local: true, precision: 0 }),
    { tag: 'input', type: 'text' },
  ],
  ['iso datetime with an offset', z.iso.datetime(), { tag: 'input', type: 'text' }],
  ['number', z.number(), { tag: 'input', type: 'number' }],
  ['bigint', z.bigint(), { tag: 'input', type: 'text' }],
  ['boolean', z.boolean(), { tag: 'input', type: 'checkbox' }],
  ['literal(true)', z.literal(true), { tag: 'input', type: 'checkbox' }],
  ['stringbool', z.stringbool(), { tag: 'input', type: 'checkbox' }],
  ['stringbool with meta', z.stringbool().meta({ label: 'Yes?' }), { tag: 'input', type: 'checkbox' }],
  [
    'stringbool with words of its own',
    z.stringbool({ truthy: ['yes'], falsy: ['no'] }),
    {
      tag: 'select',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  ],
  ['enum', z.enum(['a', 'in_progress']), { tag: 'select', options }],
  ['literals', z.literal(['a', 'in_progress']), { tag: 'select', options }],
  [
    'native enum: keys are labels',
    z.enum({ InProgress: 1 }),
    { tag: 'select', options: [{ value: '1', label: 'In progress' }] },
  ],
  [
    'labels from meta',
    z.enum(['a']).meta({ labels: { a: 'First' } }),
    { tag: 'select', options: [{ value: 'a', label: 'First' }] },
  ],
  ['union of literals', z.union([z.literal('a'), z.literal('in_progress')]), { tag: 'select', options }],
  ['union of two that need different types', z.union([z.email(), z.int()]), { tag: 'input', type: 'text' }],
  ['union of two that share a type', z.union([z.date(), z.iso.date()]), { tag: 'input', type: 'date' }],
  ['union of a number and a word', z.union([z.number(), z.literal('auto')]), { tag: 'input', type: 'text' }],
  ['union of a file and its address', z.union([z.file(), z.url()]), { tag: 'input', type: 'file' }],
  ['union of a type and anything', z.union([z.url(), z.any()]), { tag: 'input', type: 'text' }],
  ['list of an enum', z.array(z.enum(['a', 'in_progress'])), { tag: 'select', options, multiple: true }],
  ['set of an enum', z.set(z.enum(['a', 'in_progress'])), { tag: 'select', options, multiple: true }],
  ['date', z.date(), { tag: 'input', type: 'date' }],
  ['coerce.date, nullish', z.coerce.date().nullish(), { tag: 'input', type: 'date' }],
  ['file', z.file(), { tag: 'input', type: 'file' }],
  ['instanceof(File)', z.instanceof(File), { tag: 'input', type: 'file' }],
  ['files', z.array(z.file()), { tag: 'input', type: 'file', multiple: true }],
  ['any', z.any(), { tag: 'input', type: 'text' }],
  ['meta: one of a list', z.array(z.enum(['a', 'in_progress'])).meta({ multiple: false }), { tag: 'select', options }],
  ['meta: textarea', z.string().meta({ type: 'textarea' }), { tag: 'textarea' }],
  ['meta: hidden', z.int().meta({ type: 'hidden' }), { tag: 'input', type: 'hidden' }],
  [
    'meta: radio keeps the options',
    z.enum(['a', 'in_progress']).meta({ type: 'radio' }),
    { tag: 'input', type: 'radio', options },
  ],
  ['meta: datetime-local', z.date().meta({ type: 'datetime-local' }), { tag: 'input', type: 'datetime-local' }],
  ['meta: secret', z.string().meta({ secret: true }), { tag: 'input', type: 'password' }],
  ['meta of an inner schema', z.string().meta({ type: 'textarea' }).min(1).optional(), { tag: 'textarea' }],
])('control of %s', (_, schema, expected) => {
  expect(controlOf(schema)).toEqual(expected);
});

test('the tag of a discriminated union has the members of all options', () => {
  const root = readSchema(
    z.discriminatedUnion('type', [z.object({ type: z.literal('a') }), z.object({ type: z.literal('in_progress') })]),
  );
  expect(toControl(nodeAt(root, ['type'])!)).toEqual({ tag: 'select', options });
});

describe('secrets', () => {
  test.each<[string, z.ZodType, string]>([
    ['password', z.string(), 'password'],
    ['newPassword', z.string().min(8), 'newPassword'],
    ['password_confirmation', z.string().optional(), 'password_confirmation'],
    ['passwd', z.string(), 'passwd'],
    ['pwd', z.string(), 'pwd'],
    ['passphrase', z.string(), 'passphrase'],
    ['otp', z.string(), 'otp'],
    ['otp as a number', z.int(), 'otp'],
    ['cvc', z.string(), 'cvc'],
    ['cvv', z.string(), 'cvv'],
    ['cardNumber', z.string(), 'cardNumber'],
    ['card-number', z.string(), 'card-number'],
    ['meta.secret', z.string().meta({ secret: true }), 'v'],
    ['meta.secret below wrappers', z.string().meta({ secret: true }).optional().default('x'), 'v'],
    ['meta.type', z.string().meta({ type: 'password' }), 'v'],
    ['autocomplete of a password', z.string().meta({ autocomplete: 'section-a current-password' }), 'v'],
    ['autocomplete of a code', z.string().meta({ autocomplete: 'one-time-code' }), 'v'],
    ['autocomplete of a card', z.string().meta({ autocomplete: 'cc-number' }), 'v'],
    ['file', z.file(), 'v'],
    ['files', z.file().optional(), 'v'],
    ['credit card', z.creditCard(), 'v'],
  ])('%s is one', (_, schema, key) => {
    expect(isSecret(fieldNode(schema, key))).toBe(true);
  });

  test.each<[string, z.ZodType, string]>([
    ['email', z.email(), 'email'],
    ['a box about passwords', z.boolean(), 'passwordReset'],
    ['a choice about passwords', z.enum(['weak', 'strong']), 'passwordStrength'],
    ['passenger', z.string(), 'passenger'],
    ['option', z.string(), 'option'],
    ['spin', z.string(), 'spin'],
    ['compass', z.string(), 'compass'],
    ['meta.secret: false', z.string().meta({ secret: false }), 'password'],
  ])('%s is none', (_, schema, key) => {
    expect(isSecret(fieldNode(schema, key))).toBe(false);
  });

  test('what lies below a secret is one, and the same schema elsewhere is not', () => {
    const part = z.object({ city: z.string() });
    const root = readSchema(
      z.object({ hidden: part.meta({ secret: true }), shown: part, list: z.array(part).meta({ secret: true }) }),
    );
    const at = (...path: (string | number)[]) => isSecret(nodeAt(root, path)!);
    expect([at('hidden', 'city'), at('shown', 'city'), at('list', 0, 'city')]).toEqual([true, false, true]);
  });

  test('passwords are typed unseen, codes and card numbers are not', () => {
    expect(controlOf(z.string(), 'password').type).toBe('password');
    expect(controlOf(z.string(), 'otp').type).toBe('text');
    expect(controlOf(z.string(), 'cardNumber').type).toBe('text');
  });
});

describe('files', () => {
  test.each<[string, z.ZodType]>([
    ['field', z.object({ f: z.file().optional() })],
    ['list', z.object({ f: z.array(z.file()) })],
    ['nested', z.object({ a: z.object({ b: z.array(z.object({ f: z.instanceof(File) })) }) })],
    ['option', z.object({ a: z.union([z.string(), z.file()]) })],
    ['custom', z.object({ f: z.custom<File>((value) => value instanceof File) })],
    ['meta', z.object({ f: z.any().meta({ type: 'file' }) })],
  ])('%s needs multipart', (_, schema) => {
    expect(hasFiles(readSchema(schema))).toBe(true);
  });

  test('a recursive schema without files does not', () => {
    const Tree = z.object({
      get children() {
        return z.array(Tree);
      },
    });
    expect(hasFiles(readSchema(Tree))).toBe(false);
  });
});

describe('names', () => {
  const root = readSchema(
    z.object({
      b: z.string(),
      items: z.array(z.object({ y: z.string(), x: z.string() })),
      a: z.object({ c: z.string() }),
      tags: z.array(z.string()),
    }),
  );

  test('sort in the order of the schema', () => {
    const names = ['zz', 'a.c', 'items[10].x', 'items[2].x', 'items[2].y', 'items', 'b', ''];
    expect(sortByField(root, names, parsePath)).toEqual([
      '',
      'b',
      'items',
      'items[2].y',
      'items[2].x',
      'items[10].x',
      'a.c',
      'zz',
    ]);
  });

  test('of all fields', () => {
    expect(leafNames(root)).toEqual(['b', 'items[0].y', 'items[0].x', 'a.c', 'tags']);
  });

  test('of a schema that refers to itself go one round', () => {
    const Tree = z.object({
      name: z.string(),
      get children() {
        return z.array(Tree);
      },
    });
    expect(leafNames(readSchema(Tree)).slice(0, 2)).toEqual(['name', 'children[0].name']);
  });
});
