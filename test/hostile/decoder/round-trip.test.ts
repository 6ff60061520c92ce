import { inspect as inspectValue, isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../../src/schema/node.js';
import { parseSubmission, type Submission } from '../../../src/submission/parse.js';
import { toRawValues } from '../../../src/submission/values.js';

/** Round trips; `ROUND_TRIPS=100000` for a long run. */
const numRuns = Number(process.env.ROUND_TRIPS ?? 1000);

/** A schema, and values that its form can show. */
interface Shape {
  readonly schema: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
}

// A form sends CRLF for any line break, and a field left empty says the same as one that holds nothing.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((value) => value.replace(/\r/g, '\n'));
const key = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom('constructor', 'toString', 'length', '0', 'name'),
  )
  .filter(
    (name) =>
      !/[[\].]/.test(name) &&
      name !== '__proto__' &&
      !/pass|pwd|otp|cvc|cvv|card/i.test(name) &&
      !name.startsWith('_a'),
  );
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => new Date(date.toISOString().slice(0, 10)));

const scalar: fc.Arbitrary<Shape> = fc.constantFrom<Shape>(
  { schema: z.string(), values: text },
  { schema: z.number(), values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0) },
  { schema: z.int(), values: fc.maxSafeInteger() },
  { schema: z.bigint(), values: fc.bigInt() },
  { schema: z.boolean(), values: fc.boolean() },
  { schema: z.date(), values: day },
  { schema: z.enum(['red', 'green', 'constructor']), values: fc.constantFrom('red', 'green', 'constructor') },
  { schema: z.literal([1, 2, 'x']), values: fc.constantFrom(1, 2, 'x') },
  { schema: z.uuid(), values: fc.uuid() },
);

const maybe = (shape: Shape): fc.Arbitrary<Shape> =>
  fc.constantFrom<Shape>(
    shape,
    shape,
    { schema: shape.schema.nullable(), values: shape.values },
    { schema: shape.schema.default('never' as never), values: shape.values },
  );

/** A row of a list is there because something of it is sent; a box always is. */
const toRow = (fields: readonly (readonly [string, Shape])[]): Shape =>
  toObject([
    ...fields.filter(([name]) => name !== 'ticked'),
    ['ticked', { schema: z.boolean(), values: fc.boolean() }],
  ]);

const toObject = (fields: readonly (readonly [string, Shape])[]): Shape => ({
  schema: z.object(Object.fromEntries(fields.map(([name, { schema }]) => [name, schema]))),
  values: fc.record(Object.fromEntries(fields.map(([name, { values }]) => [name, values])), { noNullPrototype: true }),
});

const { object } = fc.letrec<{ object: Shape; field: Shape; fields: (readonly [string, Shape])[] }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar.chain(maybe),
    scalar.map(({ schema, values }): Shape => ({
      schema: z.array(schema),
      values: fc.array(values, { maxLength: 4 }),
    })),
    scalar.map(({ schema, values }): Shape => ({
      schema: z.record(z.string(), schema),
      values: fc.dictionary(key, values, { maxKeys: 3, noNullPrototype: true }),
    })),
    tie('object'),
    tie('fields')
      .map(toRow)
      .map(({ schema, values }): Shape => ({ schema: z.array(schema), values: fc.array(values, { maxLength: 3 }) })),
  ),
  object: tie('fields').map(toObject),
  fields: fc.uniqueArray(fc.tuple(key, tie('field')), { selector: ([name]) => name, minLength: 1, maxLength: 4 }),
}));

describe('what a form of a schema sends', () => {
  test(`is what the decoder reads back, ${numRuns} times`, { timeout: 60_000 + numRuns * 5 }, () => {
    const trip = object.chain(({ schema, values }) => values.map((value) => ({ schema, value })));
    fc.assert(
      fc.property(trip, fc.boolean(), ({ schema, value }, isUrlEncoded) => {
        const form = isUrlEncoded ? new URLSearchParams() : new FormData();
        for (const [name, sent] of controlsOf(schema, value)) form.append(name, sent);
        const wire = form instanceof FormData ? form : new URLSearchParams(form.toString());
        const submission = parseSubmission(schema, wire) as Submission; // why: no part of these schemas is asynchronous
        // Vitest's messages fail for objects with keys such as `toString`.
        const isSame = submission.valid && isDeepStrictEqual(submission.data, value);
        if (!isSame) throw new Error(`${inspect(submission)}\nis not\n${inspect(value)}\nfrom ${inspect([...wire])}`);
      }),
      { numRuns },
    );
  });
});

const inspect = (value: unknown) => inspectValue(value, { depth: 9, getters: true });

/**
 * The entries of a form that shows a value. A list of scalars is shown under its own name or in rows, never as both; a
 * form has one of the two, here its rows.
 */
function controlsOf(schema: z.ZodType, value: unknown): [string, string][] {
  const values = toRawValues(readSchema(schema), value);
  const names = Object.keys(values);
  return names
    .filter((name) => !names.some((other) => other.startsWith(`${name}[`) || other.startsWith(`${name}.`)))
    .flatMap((name) => (values[name] ?? []).map((sent): [string, string] => [name, sent]));
}
