import fc from 'fast-check';
import { z } from 'zod';
import type { Shape } from './shape.js';

/** A shape in a wrapper that changes nothing of what is read. */
const transparent: readonly ((shape: Shape) => z.ZodType)[] = [
  ({ schema }) => schema,
  ({ schema }) => schema.readonly(),
  ({ schema }) => schema.brand('mark'),
  ({ schema }) => schema.meta({ label: 'Label' }),
  ({ schema }) => schema.refine(() => true),
  ({ schema }) => schema.transform((value) => value),
  ({ schema }) => schema.pipe(z.any()),
  ({ schema }) => z.codec(schema, z.any(), { decode: (value) => value, encode: (value) => value }),
  ({ schema }) => z.lazy(() => schema),
  ({ schema }) => z.preprocess((value) => value, schema),
  ({ schema }) => schema.optional().nonoptional(),
  // why: what is caught is never looked at
  ({ schema }) => schema.catch('caught' as never),
  ({ schema, hasNoIntersection }) => (hasNoIntersection ? schema : schema.and(schema)),
];

interface Empty {
  readonly wrap: (schema: z.ZodType, fallback: never) => z.ZodType;
  readonly nothing: null | undefined;
  /** A form says it by an empty control, and not by leaving it out. */
  readonly isSentEmpty: boolean;
  /** Only `''` says it: a box that is not ticked and an untouched file control are left out. */
  readonly isText?: boolean;
}

/** Wrappers of a field that may hold nothing. */
const whenEmpty: readonly Empty[] = [true, false].flatMap((isSentEmpty): Empty[] => [
  { wrap: (schema) => schema.optional(), nothing: undefined, isSentEmpty },
  { wrap: (schema) => schema.nullable(), nothing: null, isSentEmpty },
  { wrap: (schema) => schema.nullish(), nothing: isSentEmpty ? null : undefined, isSentEmpty, isText: isSentEmpty },
  { wrap: (schema, fallback) => schema.default(fallback), nothing: undefined, isSentEmpty },
  { wrap: (schema, fallback) => schema.prefault(fallback), nothing: undefined, isSentEmpty },
  { wrap: (schema, fallback) => schema.optional().catch(fallback), nothing: undefined, isSentEmpty },
]);

/** In a wrapper, or in two. */
export function wrapped(shape: Shape): fc.Arbitrary<Shape> {
  const wrapper = fc.constantFrom(...transparent);
  return fc.tuple(wrapper, wrapper).map(([inner, outer]) => {
    const within = { ...shape, schema: inner(shape) };
    return { ...within, schema: outer(within) };
  });
}

/** A field that may hold nothing. */
export function maybe(shape: Shape): fc.Arbitrary<Shape> {
  const possible = whenEmpty.filter(({ isText }) => !isText || !shape.empty);
  return fc.tuple(fc.constantFrom(...possible), shape.values).map(([{ wrap, nothing, isSentEmpty }, fallback]) => ({
    ...shape,
    // why: a value of the shape's own
    schema: wrap(shape.schema, fallback as never),
    values: fc.oneof({ arbitrary: shape.values, weight: 3 }, fc.constant(nothing)),
    // a control that is left empty is there though nothing is shown in it
    isShownOtherwise: shape.isShownOtherwise || (isSentEmpty && nothing === undefined),
    send(name, value, spell) {
      if (value !== nothing) return shape.send(name, value, spell);
      if (!isSentEmpty) return [];
      return shape.empty ? shape.empty(name) : [[name, '']];
    },
  }));
}
