import { globalRegistry, safeParse, safeParseAsync } from 'zod/v4/core';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** What a schema's parser says: a value, or Zod's issues. */
export type Outcome =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly issues: readonly ZodIssue[] };

/** The parts of a Zod issue that are read here. */
export interface ZodIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Of `invalid_union`: the issues of each option. */
  readonly errors?: readonly (readonly ZodIssue[])[];
}

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
  // every schema of Zod 4 has one of these definitions; kinds that a later Zod adds end in a `default`
  return (schema as $ZodTypes)._zod.def;
}

/** What is registered for a schema by `.meta()`, `.describe()` or `z.globalRegistry`. */
export function metaOf(schema: $ZodType): Record<string, unknown> {
  const own = 'meta' in schema && typeof schema.meta === 'function' ? schema.meta() : globalRegistry.get(schema);
  return typeof own === 'object' && own !== null ? own : {};
}

/**
 * Validates at once, with the parser of the schema's own copy of Zod, so that its locale and error maps hold.
 * `undefined`: the schema turned out to be asynchronous.
 */
export function validateNow(schema: unknown, value: unknown): Outcome | undefined {
  try {
    return toOutcome(hasParser(schema, 'safeParse') ? schema.safeParse(value) : safeParse(asZod(schema), value));
  } catch (error) {
    if (isAsyncError(error)) return undefined;
    throw error;
  }
}

/** Validates a schema that has asynchronous refinements or transforms. */
export async function validateLater(schema: unknown, value: unknown): Promise<Outcome> {
  return toOutcome(
    hasParser(schema, 'safeParseAsync') ? await schema.safeParseAsync(value) : await safeParseAsync(asZod(schema), value),
  );
}

interface ZodResult {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: { readonly issues: readonly ZodIssue[] };
}

function toOutcome(result: ZodResult): Outcome {
  return result.success ? { success: true, data: result.data } : { success: false, issues: result.error?.issues ?? [] };
}

function hasParser<Name extends 'safeParse' | 'safeParseAsync'>(
  schema: unknown,
  name: Name,
): schema is Record<Name, (value: unknown) => ZodResult & PromiseLike<ZodResult>> {
  return typeof schema === 'object' && schema !== null && name in schema;
}

function asZod(schema: unknown): $ZodType {
  if (isZodSchema(schema)) return schema;
  throw new TypeError('Expected a Zod 4 schema');
}

/** Another copy of Zod throws its own class; the text is the same in all of them. */
function isAsyncError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Encountered Promise during synchronous parse');
}
