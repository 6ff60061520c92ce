import { z } from 'zod';
import { untouchedFile } from '../support.js';
import { refused, type Kind, type Outcome, type Sent } from './cells.js';

enum Level {
  Low,
  High,
}

/** One value under the field's own name. */
export const one = (value: string | File): Sent => [['', value]];
/** Several of them. */
export const many = (...values: (string | File)[]): Sent => values.map((value) => ['', value] as const);

/** An empty text field: what `''` becomes where it is required, and that it holds nothing where it is not. */
const emptyText = (is: Outcome) => ({ sent: one(''), is, means: 'cleared' }) as const;
const untouched = { sent: one(untouchedFile()), is: refused, means: 'not sent' } as const;

const text = new File(['x'], 'a.txt');
const emptyFile = new File([], 'empty.txt');
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const noNumbers = [' ', '0x10', '1,5', 'Infinity', 'NaN', '1e309', '+5', '5.', '١'].map(one);
const noDates = ['2024-02-30', '2024-13-01', '5', 'now', ' '].map(one);
const twice = (value: string) => many(value, value);

const texts: readonly Kind[] = [
  {
    name: 'string',
    schema: () => z.string(),
    missing: refused,
    blank: emptyText(''),
    accepted: [
      [one(' Ada '), ' Ada '],
      [one('a\r\nb\rc\nd'), 'a\nb\nc\nd'],
    ],
    refused: [twice('a'), one(text)],
    fallback: { value: 'fallback' },
  },
  {
    name: 'string that must not be empty',
    schema: () => z.string().min(1),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('a'), 'a']],
    refused: [twice('a')],
    fallback: { value: 'fallback' },
  },
  {
    name: 'coerce.string',
    schema: () => z.coerce.string(),
    missing: refused,
    blank: emptyText(''),
    accepted: [
      [one('null'), 'null'],
      [one('0'), '0'],
    ],
    refused: [twice('a'), one(text)],
    fallback: { value: 'fallback' },
  },
  {
    name: 'email',
    schema: () => z.email(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('a@b.co'), 'a@b.co']],
    refused: [one('a'), one(' a@b.co'), twice('a@b.co')],
    fallback: { value: 'fall@back.co' },
  },
  {
    name: 'iso.date',
    schema: () => z.iso.date(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('2024-02-29'), '2024-02-29']],
    refused: [one('2024-02-30'), one('2024-02-29T10:00')],
    fallback: { value: '2000-01-01' },
  },
  {
    name: 'template literal',
    schema: () => z.templateLiteral(['v', z.int()]),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('v1'), 'v1']],
    refused: [one('1')],
    fallback: { value: 'v0' },
  },
  {
    name: 'stringbool',
    schema: () => z.stringbool(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [
      [one('yes'), true],
      [one('off'), false],
      [many('false', 'true'), true],
    ],
    refused: [one('maybe')],
    fallback: { value: true, input: 'yes' },
    hasNoIntersection: true,
  },
  {
    name: 'codec',
    schema: () =>
      z.codec(z.iso.datetime(), z.date(), {
        decode: (value) => new Date(value),
        encode: (value) => value.toISOString(),
      }),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('2024-02-29T00:00:00Z'), day('2024-02-29')]],
    refused: [one('2024-02-29'), one('x')],
    fallback: { value: day('2000-01-01'), input: '2000-01-01T00:00:00Z' },
  },
];

const numbers: readonly Kind[] = [
  {
    name: 'number',
    schema: () => z.number(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [
      [one('42'), 42],
      [one(' 4.5\n'), 4.5],
      [one('.5'), 0.5],
      [one('1e3'), 1000],
      [one('-0'), 0],
    ],
    refused: [...noNumbers, twice('1'), one(text)],
    fallback: { value: 7 },
  },
  {
    name: 'int',
    schema: () => z.int(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('-3'), -3]],
    refused: [...noNumbers, one('1.5'), twice('1')],
    fallback: { value: 7 },
  },
  {
    name: 'coerce.number',
    schema: () => z.coerce.number(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one(' 1.5 '), 1.5]],
    refused: [...noNumbers, twice('1'), one(text), one('true'), one('null')],
    fallback: { value: 7 },
  },
  {
    name: 'bigint',
    schema: () => z.bigint(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one(' -9007199254740993 '), -9_007_199_254_740_993n]],
    refused: [...noNumbers, one('1.5'), one('1e3'), twice('1')],
    fallback: { value: 7n },
  },
  {
    name: 'coerce.bigint',
    schema: () => z.coerce.bigint(),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('12'), 12n]],
    refused: [...noNumbers, one('1.5'), twice('1'), one('true')],
    fallback: { value: 7n },
  },
];

const boxes: readonly Kind[] = [
  {
    name: 'boolean',
    schema: () => z.boolean(),
    missing: false,
    blank: emptyText(false),
    accepted: [
      ...['on', 'true', '1'].map((word) => [one(word), true] as const),
      ...['off', 'false', '0'].map((word) => [one(word), false] as const),
      [many('false', 'true'), true],
      [many('true', 'false'), false],
    ],
    refused: [one('maybe'), one('TRUE'), one(' on'), many('true', 'maybe')],
    fallback: { value: true },
  },
  {
    name: 'coerce.boolean',
    schema: () => z.coerce.boolean(),
    missing: false,
    blank: emptyText(false),
    accepted: [
      [one('on'), true],
      [one('false'), false],
      [many('false', 'true'), true],
    ],
    refused: [],
    fallback: { value: true },
  },
  {
    name: 'literal true',
    schema: () => z.literal(true),
    missing: refused,
    blank: emptyText(refused),
    accepted: [
      [one('on'), true],
      [one('1'), true],
      [many('false', 'true'), true],
    ],
    refused: [one('false'), one('yes')],
    fallback: { value: true },
  },
];

const choices: readonly Kind[] = [
  {
    name: 'literal',
    schema: () => z.literal('a'),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('a'), 'a']],
    refused: [one('A'), one('a '), twice('a')],
    fallback: { value: 'a' },
  },
  {
    name: 'literal list',
    schema: () => z.literal(['a', 5, 6n]),
    missing: refused,
    blank: emptyText(refused),
    accepted: [
      [one('5'), 5],
      [one('6'), 6n],
    ],
    refused: [one('05'), one('6n')],
    fallback: { value: 'a' },
  },
  {
    name: 'enum',
    schema: () => z.enum(['a', 'b']),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('b'), 'b']],
    refused: [one('c'), one('constructor'), one('__proto__'), twice('a')],
    fallback: { value: 'a' },
  },
  {
    name: 'enum of which the empty text is a member',
    schema: () => z.enum(['', 'a']),
    missing: refused,
    blank: { sent: one(''), is: '', means: 'a value' },
    accepted: [[one('a'), 'a']],
    refused: [one('b')],
    fallback: { value: 'a' },
  },
  {
    name: 'native enum of texts',
    schema: () => z.enum({ Yes: 'y', No: 'n' }),
    missing: refused,
    blank: emptyText(refused),
    accepted: [[one('y'), 'y']],
    refused: [one('Yes')],
    fallback: { value: 'n' },
  },
  {
    name: 'native enum of numbers',
    schema: () => z.enum(Level),
    missing: refused,
    blank: emptyText(refused),
    accepted: [
      [one('0'), Level.Low],
      [one('1'), Level.High],
    ],
    refused: [one('Low'), one('2')],
    fallback: { value: Level.High },
  },
];

const dates: readonly Kind[] = ['date', 'coerce.date', 'instanceof(Date)'].map((name): Kind => ({
  name,
  schema: () => (name === 'date' ? z.date() : name === 'coerce.date' ? z.coerce.date() : z.instanceof(Date)),
  missing: refused,
  blank: emptyText(refused),
  accepted: [
    [one('2024-02-29'), day('2024-02-29')],
    [one('2024-06-01T10:00+02:00'), new Date('2024-06-01T08:00:00Z')],
    [one('2024-06-01T10:00'), new Date('2024-06-01T10:00:00Z')],
  ],
  refused: [...noDates, twice('2024-01-01')],
  fallback: { value: day('2000-01-01') },
}));

const files: readonly Kind[] = (
  [
    ['file', z.file()],
    ['instanceof(File)', z.instanceof(File)],
    ['custom that only a file passes', z.custom<File>((value) => value instanceof File)],
  ] as const
).map(([name, schema]): Kind => ({
  name,
  schema: () => schema,
  missing: refused,
  blank: untouched,
  accepted: [
    [one(text), text],
    [one(emptyFile), emptyFile],
  ],
  refused: [one('a.txt'), many(text, text)],
  fallback: { value: text },
}));

const anything: readonly Kind[] = [
  ...[z.any(), z.unknown()].map((schema): Kind => ({
    name: schema.type,
    schema: () => schema,
    missing: undefined,
    blank: emptyText(''),
    accepted: [
      [one('5'), '5'],
      [many('a', 'b'), ['a', 'b']],
      [one(text), text],
    ],
    refused: [],
    fallback: { value: 'fallback' },
  })),
  {
    name: 'custom',
    schema: () => z.custom<string>((value) => typeof value === 'string'),
    missing: refused,
    blank: emptyText(''),
    accepted: [[one('5'), '5']],
    refused: [many('a', 'b'), one(text)],
    fallback: { value: 'fallback' },
  },
];

/** What one control fills. */
export const scalarKinds: readonly Kind[] = [
  ...texts,
  ...numbers,
  ...boxes,
  ...choices,
  ...dates,
  ...files,
  ...anything,
];
