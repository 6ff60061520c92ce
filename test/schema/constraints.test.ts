import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toConstraints, type Constraints } from '../../src/schema/constraints.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { constraintsOf, fieldNode } from './support.js';

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
    ['regex', z.string().regex(/^[a-f]{5}$/), { required: true, pattern: '[a-f]{5}' }],
    ['regex that takes the empty text', z.string().regex(/^a*$/), { pattern: 'a*' }],
    [
      'regex of digits: a keypad of digits',
      z.string().regex(/^[0-9]{2}\d+$/),
      { required: true, pattern: '[0-9]{2}\\d+', inputmode: 'numeric' },
    ],
    ['regex of digits and more', z.string().regex(/^\d+-?$/), { required: true, pattern: '\\d+-?' }],
    ['regex of digits among others', z.string().regex(/^\d+|x$/), { required: true, pattern: expect.any(String) }],
    [
      'month',
      z.string().meta({ type: 'month', min: '2026-01' }),
      { min: '2026-01', pattern: '\\d{4,}-(?:0[1-9]|1[0-2])' },
    ],
    [
      'month with an expression',
      z
        .string()
        .regex(/^20\d\d-\d\d$/)
        .meta({ type: 'month' }),
      { required: true, pattern: '20\\d\\d-\\d\\d' },
    ],
    ['week', z.string().meta({ type: 'week' }), { pattern: '\\d{4,}-W(?:0[1-9]|[1-4]\\d|5[0-3])' }],
    ['color', z.string().meta({ type: 'color' }), {}],
    [
      'range',
      z.int().min(1).max(9).meta({ type: 'range' }),
      { required: true, min: 1, max: 9, step: 1, inputmode: 'numeric' },
    ],
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
    ['stringbool: an unticked box says false', z.stringbool(), {}],
    ['stringbool of words', z.stringbool({ truthy: ['yes'], falsy: ['no'] }), { required: true }],
    [
      'email of another expression than HTML has',
      z.email({ pattern: z.regexes.unicodeEmail }),
      { required: true, inputmode: 'email', autocomplete: 'email' },
    ],
    ['iso time', z.iso.time(), { required: true, step: 'any' }],
    ['iso time with seconds', z.iso.time({ precision: 0 }), { required: true, step: 1 }],
    ['iso time with milliseconds', z.iso.time({ precision: 3 }), { required: true, step: 0.001 }],
    ['iso time with other digits is text', z.iso.time({ precision: 2 }), { required: true }],
    ['iso datetime, local', z.iso.datetime({ local: true }), { required: true, step: 'any' }],
    ['a type that has steps of its own', z.string().meta({ type: 'time' }), { step: 'any' }],
    ['url', z.url().max(99), { required: true, maxlength: 99 }],
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
    [
      'bounds that are nearly a multiple',
      z.number().multipleOf(100).gt(-1e-7).lt(1e-7),
      { required: true, min: 0, max: 0, step: 100, inputmode: 'numeric' },
    ],
    ['two multiples', z.number().multipleOf(4).multipleOf(6), { required: true, step: 12 }],
    ['int and multipleOf', z.int().multipleOf(3), { required: true, step: 3 }],
    [
      'safe integers as bounds',
      z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
      { required: true, step: 'any' },
    ],
    [
      'bounds that no person reaches, in steps',
      z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).multipleOf(7),
      { required: true, step: 7 },
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
      { required: true, min: '2024-01-01T12:30', step: 'any' },
    ],
    [
      'date and time: the whole minutes around what is valid, or the control would ask for seconds',
      z
        .date()
        .min(new Date('2024-01-01T12:30:10Z'))
        .max(new Date('2024-01-01T13:00:10Z'))
        .meta({ type: 'datetime-local' }),
      { required: true, min: '2024-01-01T12:30', max: '2024-01-01T13:01', step: 'any' },
    ],
    [
      'date, later and earlier than a day',
      z.date().check(z.gt(new Date('2024-01-01')), z.lt(new Date('2024-02-01'))),
      { required: true, min: '2024-01-02', max: '2024-01-31' },
    ],
    ['bigint as a number', z.bigint().meta({ type: 'number' }), { required: true, step: 1 }],
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

  test.each([
    ['UTC', '2024-07-01T12:30', '2024-07-02T12:30'],
    ['America/New_York', '2024-07-01T08:30', '2024-07-02T08:30'],
    ['Asia/Kathmandu', '2024-07-01T18:15', '2024-07-02T18:15'],
  ])('a date and time has its bounds as clocks show them in %s', (timeZone, min, max) => {
    const when = z.date().min(new Date('2024-07-01T12:30Z')).max(new Date('2024-07-02T12:30Z'));
    const node = fieldNode(when.meta({ type: 'datetime-local' }));
    expect(toConstraints(node, timeZone)).toMatchObject({ min, max });
    expect(toConstraints(fieldNode(when), timeZone)).toMatchObject({ min: '2024-07-02', max: '2024-07-02' });
  });

  test('a bound within a day of a change of clocks is left out: wall times are not in order there', () => {
    const when = z.date().min(new Date('2024-10-27T12:00Z')).max(new Date('2024-12-01T12:00Z'));
    const node = fieldNode(when.meta({ type: 'datetime-local' }));
    expect(toConstraints(node, 'Europe/Berlin')).toEqual({ required: true, max: '2024-12-01T13:00', step: 'any' });
    expect(toConstraints(node, 'UTC')).toMatchObject({ min: '2024-10-27T12:00' });
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

describe('meta', () => {
  const code = z.string().min(2).max(9).regex(/^a+$/);
  test.each<[string, z.ZodType, Constraints]>([
    [
      'adds what the schema does not say',
      z.string().meta({ required: true, minlength: 1, maxlength: 80, pattern: '[a-z]*' }),
      { required: true, minlength: 1, maxlength: 80, pattern: '[a-z]*' },
    ],
    [
      'wins over the schema',
      code.meta({ required: false, minlength: 3, maxlength: 8, pattern: 'a{3,8}' }),
      { minlength: 3, maxlength: 8, pattern: 'a{3,8}' },
    ],
    ['takes away', code.meta({ minlength: false, maxlength: false, pattern: false }), { required: true }],
    [
      'numbers',
      z.int().min(1).max(9).meta({ min: 0, max: 10, step: 2, inputmode: 'decimal' }),
      { required: true, min: 0, max: 10, step: 2, inputmode: 'decimal' },
    ],
    [
      'dates',
      z.date().meta({ min: '2024-01-01', max: '2024-12-31' }),
      { required: true, min: '2024-01-01', max: '2024-12-31' },
    ],
    ['a step of time', z.iso.time().meta({ step: 900 }), { required: true, step: 900 }],
    ['files', z.file().meta({ accept: '.pdf,image/*' }), { required: true, accept: '.pdf,image/*' }],
    ['one file of a list', z.array(z.file()).meta({ multiple: false }), {}],
    [
      'autocomplete and inputmode',
      z.email().meta({ autocomplete: false, inputmode: 'text' }),
      { required: true, inputmode: 'text' },
    ],
    [
      'enterkeyhint, which no schema says by itself',
      z.string().meta({ type: 'search', enterkeyhint: 'search' }),
      { enterkeyhint: 'search' },
    ],
    ['no enterkeyhint', z.string().meta({ enterkeyhint: false }), {}],
    ['is found below wrappers', z.string().meta({ maxlength: 5 }).optional(), { maxlength: 5 }],
    ['of other tools is left alone', z.string().meta({ pattern: { source: 'a' }, max: undefined, example: 'a' }), {}],
  ])('%s', (_, schema, expected) => {
    expect(constraintsOf(schema)).toEqual(expected);
  });
});

test('constraints are read once for a field, in the usual time zone, and nobody can change them', () => {
  const node = fieldNode(z.date().min(new Date('2026-01-01T12:00Z')).meta({ type: 'datetime-local' }));
  const constraints = toConstraints(node);
  expect(toConstraints(node)).toBe(constraints);
  expect(() => Object.assign(constraints, { min: '' })).toThrow(TypeError);
  expect(toConstraints(node, 'Asia/Tokyo').min).toBe('2026-01-01T21:00');
  expect(toConstraints(node).min).toBe('2026-01-01T12:00');
});

describe('one-time codes', () => {
  const code = z.string().regex(/^\d{6}$/);

  test.each<[string, z.ZodType, Constraints]>([
    ['otp', code, { required: true, pattern: '\\d{6}', inputmode: 'numeric', autocomplete: 'one-time-code' }],
    ['oneTimeCode', z.string(), { autocomplete: 'one-time-code' }],
    ['totp', z.string().meta({ autocomplete: 'off' }), { autocomplete: 'off' }],
    [
      'code',
      code.meta({ autocomplete: 'one-time-code' }),
      { required: true, pattern: '\\d{6}', inputmode: 'numeric', autocomplete: 'one-time-code' },
    ],
    ['zip', code, { required: true, pattern: '\\d{6}', inputmode: 'numeric' }],
  ])('%s', (key, schema, expected) => {
    expect(toConstraints(nodeAt(readSchema(z.object({ [key]: schema })), [key])!)).toEqual(expected);
  });
});
