import fc from 'fast-check';
import { z } from 'zod';
import type { Trial } from './form.js';
import { steps, wrapped, type Shape } from './shapes.js';

const edges = [
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2024-02-29T23:59:59.999Z',
  '2024-03-10T07:30:00Z',
  '2024-03-31T01:30:00Z',
  '2024-10-27T00:30:00Z',
  '2024-10-27T01:30:00Z',
  '2024-12-31T12:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+010000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
].map((text) => new Date(text));
const instant = fc.oneof(
  fc.constantFrom(...edges),
  fc
    .tuple(
      fc.constantFrom(...edges),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(1, 1000, 60_000, 3_600_000, 86_400_000),
    )
    .map(([edge, count, unit]) => new Date(edge.getTime() + count * unit))
    .filter((date) => !Number.isNaN(date.getTime())),
  fc.date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2025-01-01') }),
);

const dateShape = steps(
  fc.constantFrom<readonly [string, z.ZodDate]>(
    ['date()', z.date()],
    ['coerce.date()', z.coerce.date() as unknown as z.ZodDate], // why: it has the methods of a date
  ),
  instant.map((min) => [`.min(${min.toISOString()})`, (date: z.ZodDate) => date.min(min)] as const),
  instant.map((max) => [`.max(${max.toISOString()})`, (date: z.ZodDate) => date.max(max)] as const),
  fc
    .constantFrom('datetime-local', 'text', 'date')
    .map((type) => [`.meta({ type: '${type}' })`, (date: z.ZodDate) => date.meta({ type })] as const),
);

const dateText = fc.oneof(
  instant.map((date) => date.toISOString().slice(0, -1)),
  instant.map((date) => date.toISOString().slice(0, -8)),
  instant.map((date) => date.toISOString().replace(/^\+0?/, '').replace(/T.*/, '')),
  fc.constantFrom(
    '',
    '2024-02-30',
    '2024-02-29',
    '10000-01-01',
    '0001-01-01',
    '0000-01-01',
    '2024-10-27T02:30',
    '2024-03-31T02:30',
  ),
);

export const timeZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];

export const dates: fc.Arbitrary<Trial> = fc
  .tuple(
    wrapped(dateShape),
    dateText,
    fc.option(dateText, { nil: undefined }),
    fc.constantFrom(undefined, ...timeZones),
  )
  .map(([shape, value, shown, timeZone]) => ({
    title: `${shape.title} in ${timeZone}`,
    schema: shape.schema,
    fill: { how: 'set', value },
    ...(shown !== undefined && { shown }),
    ...(timeZone !== undefined && { timeZone }),
  }));

const isoShape = fc.constantFrom<Shape>(
  { title: 'iso.date()', schema: z.iso.date() },
  ...[undefined, -1, 0, 3].flatMap((precision): Shape[] => [
    { title: `iso.time(${precision})`, schema: z.iso.time({ precision }) },
    { title: `iso.datetime(${precision})`, schema: z.iso.datetime({ precision }) },
    { title: `iso.datetime(local, ${precision})`, schema: z.iso.datetime({ local: true, precision }) },
    {
      title: `iso.datetime(local, offset, ${precision})`,
      schema: z.iso.datetime({ local: true, offset: true, precision }),
    },
  ]),
  { title: "string().meta({ type: 'time' })", schema: z.string().meta({ type: 'time' }) },
  { title: "string().meta({ type: 'datetime-local' })", schema: z.string().meta({ type: 'datetime-local' }) },
  { title: "string().meta({ type: 'number' })", schema: z.string().meta({ type: 'number' }) },
  { title: "string().meta({ type: 'month' })", schema: z.string().meta({ type: 'month' }) },
  { title: "string().meta({ type: 'week' })", schema: z.string().min(1).meta({ type: 'week' }) },
  { title: "string().meta({ type: 'range' })", schema: z.string().meta({ type: 'range' }) },
  { title: "string().meta({ type: 'color' })", schema: z.string().meta({ type: 'color' }) },
  { title: "int().meta({ type: 'range' })", schema: z.int().min(-3).meta({ type: 'range' }) },
);
const isoText = fc.oneof(
  dateText,
  fc.constantFrom(
    '10:00',
    '10:00:00',
    '10:00:30',
    '10:00:30.5',
    '10:00:30.123',
    '24:00',
    '',
    '2024-01-01T10:00:30Z',
    '1.5',
    '2024-W01',
    '2024-01',
  ),
);
export const isoStrings: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(isoShape), isoText, fc.option(isoText, { nil: undefined }))
  .map(([shape, value, shown]) => ({ ...shape, fill: { how: 'set', value }, ...(shown !== undefined && { shown }) }));
