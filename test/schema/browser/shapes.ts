import fc from 'fast-check';
import { z } from 'zod';

/** Wrappers, none of which may make a browser stricter than the schema. */
export const wrap = fc.constantFrom<readonly [string, (schema: z.ZodType) => z.ZodType]>(
  ['', (schema) => schema],
  ['', (schema) => schema],
  ['.optional()', (schema) => schema.optional()],
  ['.nullable()', (schema) => schema.nullable()],
  ['.nullish()', (schema) => schema.nullish()],
  ['.optional().nonoptional()', (schema) => z.nonoptional(schema.optional())],
  ['.readonly()', (schema) => schema.readonly()],
  ['.default()', (schema) => schema.default('default')],
  ['.catch()', (schema) => schema.catch('caught')],
  ['.transform()', (schema) => schema.transform((value) => value)],
  ['.refine()', (schema) => schema.refine(() => true)],
);

export interface Shape {
  readonly title: string;
  readonly schema: z.ZodType;
}

export const wrapped = (shape: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> =>
  fc.tuple(shape, wrap).map(([{ title, schema }, [name, put]]) => ({ title: title + name, schema: put(schema) }));

/** A schema that is built step by step; each step may be left out. */
export function steps<T extends z.ZodType>(
  start: fc.Arbitrary<readonly [string, T]>,
  ...each: fc.Arbitrary<readonly [string, (schema: T) => T]>[]
): fc.Arbitrary<Shape> {
  return fc
    .tuple(start, ...each.map((step) => fc.option(step, { nil: undefined })))
    .map(([[title, schema], ...taken]) =>
      taken.reduce<{ title: string; schema: T }>(
        (shape, step) => (step ? { title: shape.title + step[0], schema: step[1](shape.schema) } : shape),
        { title, schema },
      ),
    );
}
