import fc from 'fast-check';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { control, type Shape } from './shape.js';

// a form sends CRLF for any line break, and the decoder makes one LF of it
const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.replace(/\r/g, '\n'));
const filled = text.filter((value) => value !== '');
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => new Date(date.toISOString().slice(0, 10)));
const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const isoInstant = (date: Date) => date.toISOString();
// -0 is 0
const float = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const file = fc
  .tuple(
    fc.constantFrom('a.txt', 'é.png', '../up', 'x y'),
    fc.uint8Array({ maxLength: 20 }),
    fc.constantFrom('', 'text/plain', 'image/png'),
  )
  .map(([name, bytes, type]) => new File([bytes], name, { type }));

/** A box, and the hidden field before it. */
const box = (schema: z.ZodType, values: fc.Arbitrary<unknown>, isTicked: (value: never) => boolean): Shape => ({
  schema,
  values,
  send: (name, value) => [[name, 'false'], ...(isTicked(value) ? ([[name, 'true']] as const) : [])],
  empty: () => [],
});

const upload = (schema: z.ZodType, values: fc.Arbitrary<unknown>): Shape => ({
  schema,
  values,
  send: (name, value) => [[name, value]],
  empty: (name) => [[name, new File([], '')]],
  isShownOtherwise: true,
});

/** Kinds that may be empty: `''` is a value of theirs, and not what is left of nothing. */
export const emptiable: readonly Shape[] = [
  control(z.string(), text),
  control(z.coerce.string(), text),
  control(z.any(), text),
  control(z.unknown(), text),
  control(z.literal(''), fc.constant('')),
  control(z.enum(['', 'a']), fc.constantFrom('', 'a')),
];

/** Kinds of one control, whose values are never the empty text. */
export const scalars: readonly Shape[] = [
  control(z.string().min(1), filled),
  control(z.number(), float),
  control(z.int(), fc.maxSafeInteger()),
  control(z.int32(), fc.integer()),
  control(z.bigint(), fc.bigInt()),
  control(z.coerce.number(), float),
  control(z.coerce.bigint(), fc.bigInt()),
  { ...control(z.coerce.date(), instant, isoInstant), isShownOtherwise: true },
  control(z.date(), day, isoDay),
  { ...control(z.date(), instant, isoInstant), isShownOtherwise: true },
  control(z.instanceof(Date), day, isoDay),
  control(z.iso.date(), day.map(isoDay)),
  control(z.iso.datetime(), instant.map(isoInstant)),
  control(z.uuid(), fc.uuid()),
  control(z.email(), fc.constantFrom('a@b.co', 'x.y+z@example.org')),
  control(z.url(), fc.webUrl()),
  control(z.e164(), fc.constantFrom('+4930123456', '+15551234567')),
  control(
    z.templateLiteral(['v', z.int()]),
    fc.integer().map((value) => `v${value}`),
  ),
  control(z.enum(['red', 'green', 'constructor']), fc.constantFrom('red', 'green', 'constructor')),
  control(z.enum({ Low: 0, High: 1 }), fc.constantFrom(0, 1)),
  control(z.literal('only'), fc.constant('only')),
  control(z.literal([1, 2, 'x', 5n]), fc.constantFrom(1, 2, 'x', 5n)),
  control(
    z.custom<string>((value) => typeof value === 'string'),
    filled,
  ),
  control(z.union([z.int(), z.uuid()]), fc.oneof(fc.integer(), fc.uuid())),
  control(z.codec(z.iso.date(), z.date(), { decode: (one) => new Date(one), encode: isoDay }), day.map(isoDay)),
  control(zfd.text(), filled),
  control(zfd.numeric(), float),
  box(z.boolean(), fc.boolean(), (value) => value),
  box(z.coerce.boolean(), fc.boolean(), (value) => value),
  box(z.literal(true), fc.constant(true), () => true),
  box(zfd.checkbox(), fc.boolean(), (value) => value),
  { ...box(z.stringbool(), fc.constantFrom('true', 'false'), (value) => value === 'true'), hasNoIntersection: true },
  ...[z.file(), z.instanceof(File), z.instanceof(File).refine(Boolean)].map((schema) => upload(schema, file)),
  // that library takes a file of no bytes for none
  upload(
    zfd.file(),
    file.filter(({ size }) => size > 0),
  ),
];
