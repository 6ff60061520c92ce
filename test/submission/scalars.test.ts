import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataOf, issuesOf, toFormData } from './support.js';
import { parseSubmission } from '../../src/submission/parse.js';
import type { ParseOptions } from '../../src/submission/parse.js';

const NOT_SENT = Symbol('not sent');
type Sent = string | File | readonly (string | File)[] | typeof NOT_SENT;

/** Reads one field `v`. */
function read(schema: z.ZodType, sent: Sent, options?: ParseOptions): unknown {
  const data = dataOf(z.object({ v: schema }), pairs(sent), options);
  return (data as { v?: unknown }).v;
}

function refuse(schema: z.ZodType, sent: Sent, options?: ParseOptions) {
  return issuesOf(z.object({ v: schema }), pairs(sent), options);
}

function pairs(sent: Sent): [string, string | File][] {
  if (sent === NOT_SENT) return [];
  return (Array.isArray(sent) ? sent : [sent]).map((value): [string, string | File] => ['v', value]);
}

describe('accepted', () => {
  enum Level {
    Low,
    High,
  }
  const file = new File(['x'], 'a.txt');
  const emptyNamed = new File([], 'empty.txt');
  test.each<[string, z.ZodType, Sent, unknown]>([
    ['string, as it is', z.string(), ' Ada ', ' Ada '],
    ['string, empty', z.string(), '', ''],
    ['string, CRLF becomes LF', z.string(), 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['string, trimmed by the schema only', z.string().trim(), ' Ada ', 'Ada'],
    ['string, optional, not sent', z.string().optional(), NOT_SENT, undefined],
    ['string, optional, empty', z.string().optional(), '', undefined],
    ['string, nullable, not sent', z.string().nullable(), NOT_SENT, null],
    ['string, nullable, empty', z.string().nullable(), '', null],
    ['string, nullish, not sent', z.string().nullish(), NOT_SENT, undefined],
    ['string, nullish, empty', z.string().nullish(), '', null],
    ['string, default, not sent', z.string().default('x'), NOT_SENT, 'x'],
    ['string, default, empty', z.string().default('x'), '', 'x'],
    ['string, prefault, empty', z.string().prefault(' x ').pipe(z.string().trim()), '', 'x'],
    ['number', z.number(), '42', 42],
    ['number, blanks around it', z.number(), ' 4.5 ', 4.5],
    ['number, exponent', z.number(), '1e3', 1000],
    ['number, leading dot', z.number(), '.5', 0.5],
    ['number, -0 is 0', z.number(), '-0', 0],
    ['number, optional, empty', z.number().optional(), '', undefined],
    ['number, nullable, empty', z.number().nullable(), '', null],
    ['number, nullish, not sent', z.number().nullish(), NOT_SENT, undefined],
    ['number, default, empty', z.number().default(7), '', 7],
    ['int', z.int(), '3', 3],
    ['bigint', z.bigint(), '-9007199254740993', -9007199254740993n],
    ['coerce.number', z.coerce.number(), '1.5', 1.5],
    ['coerce.number, optional, empty', z.coerce.number().optional(), '', undefined],
    ['coerce.bigint', z.coerce.bigint(), '12', 12n],
    ['coerce.string', z.coerce.string(), 'a', 'a'],
    ['coerce.string, empty', z.coerce.string(), '', ''],
    ['coerce.string, nullable, empty', z.coerce.string().nullable(), '', null],
    ['coerce.date', z.coerce.date(), '2024-02-29', new Date('2024-02-29T00:00:00Z')],
    ['coerce.date, nullable, empty', z.coerce.date().nullable(), '', null],
    ['coerce.boolean, false', z.coerce.boolean(), 'false', false],
    ['boolean, not sent', z.boolean(), NOT_SENT, false],
    ['boolean, empty', z.boolean(), '', false],
    ['boolean, on', z.boolean(), 'on', true],
    ['boolean, true', z.boolean(), 'true', true],
    ['boolean, 1', z.boolean(), '1', true],
    ['boolean, off', z.boolean(), 'off', false],
    ['boolean, false', z.boolean(), 'false', false],
    ['boolean, 0', z.boolean(), '0', false],
    ['boolean, hidden and ticked: the last counts', z.boolean(), ['false', 'true'], true],
    ['boolean, optional, not sent', z.boolean().optional(), NOT_SENT, undefined],
    ['boolean, nullable, not sent', z.boolean().nullable(), NOT_SENT, null],
    ['boolean, default true, not sent', z.boolean().default(true), NOT_SENT, true],
    ['boolean, default true, unticked', z.boolean().default(true), 'false', false],
    ['stringbool', z.stringbool(), 'yes', true],
    ['stringbool, hidden and ticked', z.stringbool(), ['false', 'true'], true],
    ['stringbool with meta, hidden and ticked', z.stringbool().meta({ label: 'Yes?' }), ['false', 'true'], true],
    ['stringbool with checks, hidden and ticked', z.stringbool().refine(Boolean).meta({}), ['false', 'true'], true],
    ['codec: the input side decides', z.codec(z.string(), z.number(), { decode: Number, encode: String }), '5', 5],
    ['codec over a number', z.codec(z.number(), z.string(), { decode: String, encode: Number }), '5', '5'],
    ['literal string', z.literal('a'), 'a', 'a'],
    ['literal number', z.literal(5), '5', 5],
    ['literal bigint', z.literal(5n), '5', 5n],
    ['literal true, on', z.literal(true), 'on', true],
    ['literal true, hidden and ticked', z.literal(true), ['false', 'true'], true],
    ['literal list', z.literal(['a', 1, true]), '1', 1],
    ['literal null, empty', z.literal(['a', null]), '', null],
    ['literal empty, a member', z.literal(['', 'a']), '', ''],
    ['literal empty, a member, optional', z.literal(['', 'a']).optional(), '', ''],
    ['enum', z.enum(['a', 'b']), 'b', 'b'],
    ['enum, optional, empty', z.enum(['a', 'b']).optional(), '', undefined],
    ['enum with an empty member', z.enum(['', 'a']).optional(), '', ''],
    ['native enum with numbers', z.enum(Level), '1', Level.High],
    ['enum-like object', z.enum({ Yes: 'y', No: 'n' }), 'y', 'y'],
    ['date, a day', z.date(), '2024-02-29', new Date('2024-02-29T00:00:00Z')],
    ['date, offset', z.date(), '2024-06-01T10:00+02:00', new Date('2024-06-01T08:00:00Z')],
    ['date, UTC', z.date(), '2024-06-01T10:00:05.5Z', new Date('2024-06-01T10:00:05.500Z')],
    ['date, no offset, UTC by default', z.date(), '2024-06-01T10:00', new Date('2024-06-01T10:00:00Z')],
    ['date, optional, empty', z.date().optional(), '', undefined],
    ['date, nullable, empty', z.date().nullable(), '', null],
    ['iso date', z.iso.date(), '2024-02-29', '2024-02-29'],
    ['iso date, optional, empty', z.iso.date().optional(), '', undefined],
    ['email', z.email(), 'a@b.co', 'a@b.co'],
    ['template literal', z.templateLiteral(['a', z.number()]), 'a1', 'a1'],
    ['file', z.file(), file, file],
    ['file, empty but named', z.file(), emptyNamed, emptyNamed],
    ['file, optional, untouched', z.file().optional(), new File([], ''), undefined],
    ['file, nullable, untouched', z.file().nullable(), new File([], ''), null],
    ['file, optional, of a form that is not multipart', z.file().optional(), '', undefined],
    ['instanceof(File)', z.instanceof(File), file, file],
    ['custom file', z.custom<File>((value) => value instanceof File).optional(), new File([], ''), undefined],
    ['instanceof(Date)', z.instanceof(Date), '2024-01-01', new Date('2024-01-01')],
    ['instanceof(Date) with a check', z.instanceof(Date).refine(Boolean), '2024-01-01', new Date('2024-01-01')],
    ['instanceof(File) with a check', z.instanceof(File).refine(({ size }) => size < 9), file, file],
    ['any, not sent', z.any(), NOT_SENT, undefined],
    ['any, empty', z.any(), '', ''],
    ['any, once', z.any(), 'a', 'a'],
    ['unknown, more than once', z.unknown(), ['a', 'b'], ['a', 'b']],
    ['unknown, a file', z.unknown(), file, file],
    ['custom', z.custom<string>((value) => typeof value === 'string'), 'x', 'x'],
    ['null', z.null(), '', null],
    ['undefined', z.undefined(), NOT_SENT, undefined],
  ])('%s', (_, schema, sent, expected) => {
    expect(read(schema, sent)).toStrictEqual(expected);
  });
});

describe('wrappers do not switch coercion off', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['optional', z.number().optional(), 5],
    ['nullable', z.number().nullable(), 5],
    ['nullish', z.number().nullish(), 5],
    ['default', z.number().default(1), 5],
    ['prefault', z.number().prefault(1), 5],
    ['readonly', z.number().readonly(), 5],
    ['brand', z.number().brand('n'), 5],
    ['nonoptional', z.number().optional().nonoptional(), 5],
    ['exactOptional', z.number().exactOptional(), 5],
    ['catch', z.number().catch(1), 5],
    ['pipe', z.number().pipe(z.number().min(1)), 5],
    ['transform', z.number().transform((n) => n * 2), 10],
    ['refine', z.number().refine((n) => n > 1), 5],
    ['overwrite', z.number().overwrite((n) => n + 1), 6],
    ['meta', z.number().meta({ label: 'N' }), 5],
    ['lazy', z.lazy(() => z.number()), 5],
    ['intersection', z.number().and(z.number().min(1)), 5],
    ['preprocess', z.preprocess((value) => value, z.number()), 5],
    ['all of them', z.lazy(() => z.number().optional().nullable().default(1).readonly().catch(2)).transform(Number), 5],
  ])('%s', (_, schema, expected) => {
    expect(read(schema, '5')).toBe(expected);
  });
});

test('an optional field that is empty is no key of the object, which exactOptional asks for', () => {
  const schema = z.object({ exact: z.number().exactOptional(), text: z.string().exactOptional() });
  expect(Object.keys(dataOf(schema, []) as object)).toEqual([]);
  expect(
    Object.keys(
      dataOf(schema, [
        ['exact', ''],
        ['text', ''],
      ]) as object,
    ),
  ).toEqual([]);
  expect(issuesOf(schema, [['exact', 'x']])).toMatchObject([{ path: ['exact'] }]);
});

describe('wrappers on a field that is empty', () => {
  test.each<[string, z.ZodType, Sent, unknown]>([
    ['catch of a number', z.number().catch(9), '', 9],
    ['catch of text that is no number', z.number().catch(9), 'x', 9],
    ['catch of a string keeps the empty text', z.string().catch('x'), '', ''],
    [
      'optional inside a transform',
      z
        .string()
        .optional()
        .transform((text) => text ?? 'none'),
      '',
      'none',
    ],
    ['exactOptional, not sent', z.number().exactOptional(), NOT_SENT, undefined],
    ['exactOptional, cleared', z.number().exactOptional(), '', undefined],
    ['default and nullable, not sent', z.string().nullable().default('x'), NOT_SENT, 'x'],
    ['default and nullable, cleared', z.string().nullable().default('x'), '', null],
    ['preprocess sees what was sent', z.preprocess((value) => value === 'on', z.boolean()), 'on', true],
    ['preprocess of an unticked box', z.preprocess((value) => value === 'on', z.boolean()), NOT_SENT, false],
    ['preprocess that strips keeps a zero', z.preprocess((value) => value || undefined, z.coerce.number()), '0', 0],
    [
      'preprocess that takes commas',
      z.preprocess((value) => String(value).replace(',', '.'), z.coerce.number()),
      '1,5',
      1.5,
    ],
    [
      'preprocess that trims, CRLF',
      z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.string()),
      ' a\r\nb ',
      'a\nb',
    ],
    [
      'preprocess that splits',
      z.preprocess((value) => String(value).split(','), z.array(z.string())),
      'a,b',
      ['a', 'b'],
    ],
    [
      'preprocess that parses',
      z.preprocess((value) => JSON.parse(String(value)), z.object({ a: z.number() })),
      '{"a":1}',
      { a: 1 },
    ],
    ['preprocess, optional around it, empty', z.preprocess((value) => value, z.number()).optional(), '', undefined],
  ])('%s', (_, schema, sent, expected) => {
    expect(read(schema, sent)).toStrictEqual(expected);
  });
});

describe('refused', () => {
  test.each<[string, z.ZodType, Sent]>([
    ['coerce.number behind a preprocess that keeps all, empty', z.preprocess((value) => value, z.coerce.number()), ''],
    [
      'coerce.number behind a preprocess that keeps all, blanks',
      z.preprocess((value) => value, z.coerce.number()),
      ' ',
    ],
    [
      'coerce.number behind a preprocess that strips, hexadecimal',
      z.preprocess((value) => value || undefined, z.coerce.number()),
      '0x10',
    ],
    [
      'coerce.number behind a preprocess that strips, blanks',
      z.preprocess((value) => value || undefined, z.coerce.number()),
      ' ',
    ],
    ['string, not sent', z.string(), NOT_SENT],
    ['string, sent twice', z.string(), ['a', 'b']],
    ['string, a file', z.string(), new File(['x'], 'a.txt')],
    ['number, not sent', z.number(), NOT_SENT],
    ['number, empty', z.number(), ''],
    ['number, blanks', z.number(), ' '],
    ['number, hexadecimal', z.number(), '0x10'],
    ['number, comma', z.number(), '1,5'],
    ['number, plus sign', z.number(), '+5'],
    ['number, trailing dot', z.number(), '5.'],
    ['number, Infinity', z.number(), 'Infinity'],
    ['number, too large', z.number(), '1e309'],
    ['number, NaN', z.number(), 'NaN'],
    ['number, sent twice', z.number(), ['1', '2']],
    ['number, nonoptional, empty', z.number().optional().nonoptional(), ''],
    ['int, fraction', z.int(), '1.5'],
    ['bigint, fraction', z.bigint(), '1.5'],
    ['bigint, hexadecimal', z.bigint(), '0x10'],
    ['bigint, a million digits', z.bigint(), '9'.repeat(1_000_000)],
    ['coerce.number, not sent', z.coerce.number(), NOT_SENT],
    ['coerce.number, empty', z.coerce.number(), ''],
    ['coerce.number, blanks', z.coerce.number(), ' '],
    ['coerce.number, hexadecimal', z.coerce.number(), '0x10'],
    ['coerce.number, sent twice', z.coerce.number(), ['1', '2']],
    ['coerce.number, a file', z.coerce.number(), new File([], 'a.txt')],
    ['coerce.bigint, empty', z.coerce.bigint(), ''],
    ['coerce.bigint, hexadecimal', z.coerce.bigint(), '0x10'],
    ['coerce.bigint, sent twice', z.coerce.bigint(), ['1', '2']],
    ['coerce.date, not sent', z.coerce.date(), NOT_SENT],
    ['coerce.date, empty', z.coerce.date(), ''],
    ['coerce.date, 5', z.coerce.date(), '5'],
    ['coerce.date, a day that is none', z.coerce.date(), '2024-02-30'],
    ['coerce.string, not sent', z.coerce.string(), NOT_SENT],
    ['coerce.string, sent twice', z.coerce.string(), ['a', 'b']],
    ['coerce.string, a file', z.coerce.string(), new File([], 'a.txt')],
    ['boolean, another word', z.boolean(), 'maybe'],
    ['stringbool, not sent', z.stringbool(), NOT_SENT],
    ['stringbool, empty', z.stringbool(), ''],
    ['literal true, not sent', z.literal(true), NOT_SENT],
    ['literal true, unticked', z.literal(true), 'false'],
    ['literal number, another spelling', z.literal(5), '05'],
    ['enum, empty', z.enum(['a', 'b']), ''],
    ['enum, sent twice', z.enum(['a', 'b']), ['a', 'b']],
    ['enum, an inherited name', z.enum({ a: 'a' }), 'constructor'],
    ['native enum, the reverse key', z.enum({ Low: 0 }), 'Low'],
    ['date, not sent', z.date(), NOT_SENT],
    ['date, empty', z.date(), ''],
    ['date, a day that is none', z.date(), '2024-02-30'],
    ['date, 5', z.date(), '5'],
    ['date, 24 o’clock', z.date(), '2024-01-01T24:00'],
    ['date, month 13', z.date(), '2024-13-01'],
    ['date, beyond what a Date holds', z.date(), '999999-01-01'],
    ['iso date, empty', z.iso.date(), ''],
    ['file, untouched', z.file(), new File([], '')],
    ['file, text', z.file(), 'a.txt'],
    ['file, sent twice', z.file(), [new File(['a'], 'a'), new File(['b'], 'b')]],
  ])('%s', (_, schema, sent) => {
    const issues = refuse(schema, sent);
    expect(issues.map(({ path }) => path)).toEqual([['v']]);
  });
});

test('an empty required string shows the message of its own check', () => {
  expect(refuse(z.string().min(1, 'Enter your name'), '')[0]?.message).toBe('Enter your name');
});

test('a missing required string shows the author’s message', () => {
  expect(refuse(z.string('Enter your name'), NOT_SENT)[0]?.message).toBe('Enter your name');
  expect(refuse(z.coerce.string('Enter your name'), NOT_SENT)[0]?.message).toBe('Enter your name');
});

test('CRLF counts as one character', () => {
  expect(read(z.string().max(3), 'a\r\nb')).toBe('a\nb');
});

describe('dates without an offset are meant in the form’s time zone', () => {
  test.each([
    ['winter', '2024-01-15T12:00', 'Europe/Berlin', '2024-01-15T11:00:00.000Z'],
    ['summer', '2024-07-15T12:00', 'Europe/Berlin', '2024-07-15T10:00:00.000Z'],
    ['half an hour', '2024-07-15T12:00', 'Asia/Kolkata', '2024-07-15T06:30:00.000Z'],
    ['west', '2024-07-15T23:30:15', 'America/New_York', '2024-07-16T03:30:15.000Z'],
    ['a time that spring skips', '2024-03-31T02:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['a time that autumn has twice: the first', '2024-10-27T02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['a day alone stays UTC midnight', '2024-07-15', 'Asia/Kolkata', '2024-07-15T00:00:00.000Z'],
    ['an offset of its own', '2024-07-15T12:00Z', 'Asia/Kolkata', '2024-07-15T12:00:00.000Z'],
  ])('%s', (_, text, timeZone, expected) => {
    expect(read(z.date(), text, { timeZone })).toEqual(new Date(expected));
  });
});

test('a submitter wins over a field of the same name', () => {
  expect(read(z.string(), ['draft', 'publish'], { submitters: ['v'] })).toBe('publish');
});

test('a query is read like a form', () => {
  const submission = parseSubmission(
    z.object({ page: z.int(), q: z.string().optional() }),
    new URLSearchParams('page=2&q='),
  );
  expect(submission).toMatchObject({ valid: true, data: { page: 2 } });
});

test('an asynchronous schema answers later, also the second time', async () => {
  const schema = z.object({ v: z.number().refine(async (n) => n > 1, 'Too small') });
  for (const round of [1, 2]) {
    const submission = parseSubmission(schema, toFormData([['v', String(round)]]));
    expect(submission).toBeInstanceOf(Promise);
    expect((await submission).valid).toBe(round === 2);
  }
});
