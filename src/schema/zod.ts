/* oxlint-disable no-underscore-dangle -- `_zod` is where Zod keeps what schemas are made of; only this file, `validate.ts` and `accepts.ts` open it */
import { globalRegistry } from 'zod/v4/core';
import type { $ZodCheck, $ZodCheckDef, $ZodType, $ZodTypes } from 'zod/v4/core';

/** The definition of any Zod 4 schema, of whichever copy of Zod it is: told apart by `type`, never by `instanceof`. */
export type ZodDef = $ZodTypes['_zod']['def'];

/** Whether a value is a Zod 4 schema, classic, mini or core. */
export function isZodSchema(value: unknown): value is $ZodType {
  if (typeof value !== 'object' || value === null || !('_zod' in value)) return false;
  const { _zod: internals } = value;
  return typeof internals === 'object' && internals !== null && 'def' in internals;
}

/** The definition of a schema. */
export function defOf(schema: $ZodType): ZodDef {
  // why: every schema of Zod 4 has one of these definitions; kinds that a later Zod adds end in a `default`
  return (schema as $ZodTypes)._zod.def;
}

/** Whether a value is a check of a schema, such as a refinement. */
export function isZodCheck(value: object): value is $ZodCheck<never> {
  if (!('_zod' in value)) return false;
  const { _zod: internals } = value;
  return typeof internals === 'object' && internals !== null && 'check' in internals;
}

/** The definition of a check. */
export function checkDefOf(check: $ZodCheck<never>): $ZodCheckDef {
  return check._zod.def;
}

/**
 * A note of a constructor about its schema: the class of `z.instanceof()`, the words of `z.stringbool()`. What `.meta()`,
 * `.refine()` and other methods make of a schema lacks its notes, and knows the schema that it was made of.
 */
export function noteOf(schema: $ZodType, name: string): unknown {
  let from: $ZodType | undefined = schema;
  while (from && !Object.hasOwn(from._zod.bag, name)) from = from._zod.parent;
  return from?._zod.bag[name];
}

/** The values that a schema takes, where it takes no others. */
export function valuesOf(schema: $ZodType): Iterable<unknown> | undefined {
  return schema._zod.values;
}

/** The expression that all text matches which a schema takes, where it has one. */
export function patternOf(schema: $ZodType): RegExp | undefined {
  return schema._zod.pattern;
}

/**
 * What a `z.lazy()` stands for. Zod keeps it, where the getter may make a new schema each time; but of a getter that
 * throws, because it names what is declared further down, Zod would keep `undefined`. So the getter is asked first.
 */
export function lazyInnerOf(schema: $ZodType, getter: () => $ZodType): $ZodType {
  const made = getter();
  return 'innerType' in schema._zod && isZodSchema(schema._zod.innerType) ? schema._zod.innerType : made;
}

/** What is registered for a schema by `.meta()`, `.describe()` or `z.globalRegistry`. */
export function metaOf(schema: $ZodType): Record<string, unknown> {
  const own = 'meta' in schema && typeof schema.meta === 'function' ? schema.meta() : globalRegistry.get(schema);
  return typeof own === 'object' && own !== null ? own : {};
}
