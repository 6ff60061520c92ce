import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toConstraints, type Constraints } from '../../src/schema/constraints.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { constraintsOf } from './support.js';

describe('strings', () => {
  test.each<[string, z.ZodType, Constraints]>([
    ['takes the empty text', z.string(), {}],
    ['min(1)', z.string().min(1), { required: true, minlength: 1 }],
    ['nonempty', z.string().nonempty(), { required: true, minlength: 1 }],
    ['min and max', z.string().min(2).max(5), { required: true, minlength: 2, maxlength: 5 }],
    [
      'the strictest of several',
      z.string().min(2).min(4).max(9).max(7),
      { required: true, minlength: 4, maxlength: 7 },
    ],
    ['length', z.string().length(4), { required: true, minlength: 4, maxlength: 4 }],
    ['max only', z.string().max(5), { maxlength: 5 }],
    ['max(Infinity)', z.string().max(Infinity), {}],
    ['optional', z.string().min(2).optional(), { minlength: 2 }],
    ['nullable', z.string().min(2).nullable(), { minlength: 2 }],
    ['default', z.string().min(2).default('ab'), { minlength: 2 }],
    ['prefault', z.string().min(2).prefault('ab'), { minlength: 2 }],
    ['catch', z.string().min(2).catch('ab'), { minlength: 2 }],
    ['nonoptional', z.string().min(2).optional().nonoptional(), { required: true, minlength: 2 }],
    ['transform', z.string().min(2).transform(Number), { required: true, minlength: 2 }],
    ['email', z.email(), { required: true, autocomplete: 'email' }],
    ['string().email()', z.string().email(), { required: true, autocomplete: 'email' }],
    ['url', z.url(), { required: true }],
    ['uuid', z.uuid(), { required: true }],
    ['iso date', z.iso.date(), { required: true }],
    ['regex', z.string().regex(/^\d{5}$/), { required: true, pattern: '\\d{5}' }],
    ['regex that takes the empty text', z.string().regex(/^\d*$/), { pattern: '\\d*' }],
    ['regex with flags', z.string().regex(/^a$/i), { required: true }],
    ['trim: what is typed may be longer', z.string().trim().min(2).max(5), { required: true, minlength: 2 }],
    ['checks before trim hold for what is typed', z.string().max(9).trim().max(5), { maxlength: 9 }],
    [
      'toLowerCase: what is typed may be another length',
      z.string().toLowerCase().min(2).regex(/^a+$/),
      { required: true },
    ],
    ['intersection', z.string().min(2).and(z.string().max(5)), { required: true, minlength: 2, maxlength: 5 }],
    [
      'meta',
      z.string().meta({ autocomplete: 'name', inputmode: 'latin' }),
      { autocomplete: 'name', inputmode: 'latin' },
    ],
    [
      'textarea has no pattern',
      z.string().max(9).regex(/^a+$/).meta({ type: 'textarea' }),
      { required: true, maxlength: 9 },
    ],
    ['stringbool', z.stringbool(), { required: true }],
  ])('%s', (_, schema, expected) => {
    expect(constraintsOf(schema)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each<[string, z.ZodType, Constraints]>([
    ['any', z.number(), { required: true, step: 'any' }],
    ['int', z.int(), { required: true, step: 1 }],
    ['number().int()', z.number().int(), { required: true, step: 1 }],
    ['int with bounds', z.int().min(1).max(99), { required: true, min: 1, max: 99, step: 1, inputmode: 'numeric' }],
    ['int, gt and lt', z.int().gt(1).lt(99), { required: true, min: 2, max: 98, step: 1, inputmode: 'numeric' }],
    [
      'int, bounds that are fractions',
      z.int().min(0.5).max(3.5),
      { required: true, min: 1, max: 3, step: 1, inputmode: 'numeric' },
    ],
    ['int, gt of a fraction', z.int().gt(0.5), { required: true, min: 1, step: 1, inputmode: 'numeric' }],
    [
      'number, gt stays inclusive: HTML has no other',
      z.number().gt(0),
      { required: true, min: 0, step: 'any', inputmode: 'decimal' },
    ],
    ['positive int', z.int().positive(), { required: true, min: 1, step: 1, inputmode: 'numeric' }],
    ['nonnegative', z.number().nonnegative(), { required: true, min: 0, step: 'any', inputmode: 'decimal' }],
    ['negative values keep the whole keyboard', z.int().min(-5), { required: true, min: -5, step: 1 }],
    ['multipleOf', z.number().multipleOf(5), { required: true, step: 5 }],
    ['multipleOf a fraction', z.number().multipleOf(0.01), { required: true, step: 0.01 }],
    [
      'multipleOf with min: steps count from min',
      z.number().multipleOf(5).min(1).max(99),
      { required: true, min: 5, max: 95, step: 5, inputmode: 'numeric' },
    ],
    [
      'multipleOf a fraction with bounds',
      z.number().multipleOf(0.1).gte(0.3).lt(1),
      { required: true, min: 0.3, max: 0.9, step: 0.1, inputmode: 'decimal' },
    ],
    ['two multiples', z.number().multipleOf(4).multipleOf(6), { required: true, step: 12 }],
    ['int and multipleOf', z.int().multipleOf(3), { required: true, step: 3 }],
    [
      'safe integers as bounds',
      z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
      { required: true, step: 'any' },
    ],
    ['infinite bounds', z.number().min(-Infinity).max(Infinity), { required: true, step: 'any' }],
    ['uint32', z.uint32(), { required: true, min: 0, step: 1, inputmode: 'numeric' }],
    ['optional', z.int().min(1).optional(), { min: 1, step: 1, inputmode: 'numeric' }],
    ['coerce', z.coerce.number().min(1), { required: true, min: 1, step: 'any', inputmode: 'decimal' }],
    ['bigint', z.bigint().min(0n), { required: true, pattern: '\\s*-?\\d+\\s*', inputmode: 'numeric' }],
  ])('%s', (_, schema, expected) => {
    expect(constraintsOf(schema)).toEqual(expected);
  });
});

describe('other kinds', () => {
  test.each<[string, z.ZodType, Constraints]>([
    ['boolean', z.boolean(), {}],
    ['literal(true)', z.literal(true), { required: true }],
    ['literal(true), optional', z.literal(true).optional(), {}],
    ['literal([true, false])', z.literal([true, false]), {}],
    ['enum', z.enum(['a', 'b']), { required: true }],
    ['enum, optional', z.enum(['a', 'b']).optional(), {}],
    ['enum with an empty member', z.enum(['', 'a']), {}],
    ['date', z.date(), { required: true }],
    [
      'date with bounds',
      z.date().min(new Date('2024-01-01')).max(new Date('2024-12-31')),
      { required: true, min: '2024-01-01', max: '2024-12-31' },
    ],
    [
      'date with a bound within a day',
      z.date().min(new Date('2024-01-01T12:00Z')),
      { required: true, min: '2024-01-02' },
    ],
    ['date with the latest there is', z.date().max(new Date(8.64e15)), { required: true }],
    [
      'date and time',
      z.date().min(new Date('2024-01-01T12:30Z')).meta({ type: 'datetime-local' }),
      { required: true, min: '2024-01-01T12:30' },
    ],
    ['file', z.file(), { required: true }],
    ['file with types', z.file().mime(['image/png', 'image/jpeg']).optional(), { accept: 'image/png,image/jpeg' }],
    ['files', z.array(z.file().mime('image/png')).min(1), { required: true, multiple: true, accept: 'image/png' }],
    ['files, none needed', z.array(z.file()), { multiple: true }],
    ['multi-select', z.array(z.enum(['a', 'b'])).min(1), { required: true, multiple: true }],
    ['set of choices', z.set(z.enum(['a', 'b'])).min(1), { required: true, multiple: true }],
    ['rows', z.array(z.object({ a: z.string() })).min(1), {}],
    ['list of texts', z.array(z.string()).min(1), {}],
    ['union of which one takes the empty text', z.union([z.email(), z.literal('')]), {}],
    ['union', z.union([z.email(), z.int()]), { required: true }],
    ['any', z.any(), {}],
  ])('%s', (_, schema, expected) => {
    expect(constraintsOf(schema)).toEqual(expected);
  });

  test('a field that only some options of a union have is not required', () => {
    const root = readSchema(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('a'), n: z.int(), both: z.int() }),
        z.object({ type: z.literal('b'), both: z.int() }),
      ]),
    );
    const requiredAt = (name: string) => toConstraints(nodeAt(root, [name])!).required;
    expect([requiredAt('type'), requiredAt('n'), requiredAt('both')]).toEqual([true, undefined, true]);
  });
});
