/* oxlint-disable no-underscore-dangle -- `_zod` is where Zod keeps what schemas are made of; only this file, `zod.ts` and `accepts.ts` open it */
import { config, safeParse, safeParseAsync, util } from 'zod/v4/core';
import type { $ZodType } from 'zod/v4/core';
import { isZodSchema } from './zod.js';

/** What a schema says of a value. */
export type Outcome =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly ZodIssue[] } };

/** Words an issue for which the author of the schema wrote no message. `undefined` leaves it to Zod. */
export type ErrorMap = NonNullable<NonNullable<Parameters<typeof safeParse>[2]>['error']>;

/** How one form is validated. */
export interface ParseParams {
  readonly error?: ErrorMap;
}

/** The parts of a Zod issue that are read here. */
export interface ZodIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Of `invalid_type`: what should have been there. */
  readonly expected?: string;
  /** Of `invalid_union`: the issues of each option. */
  readonly errors?: readonly (readonly ZodIssue[])[];
}

/**
 * Validates at once. `undefined`: the schema turned out to be asynchronous.
 *
 * This is what Zod's `safeParse` does, but for the error: an `Error` with a stack, of which only the issues would be read, takes
 * longer than finding them.
 */
export function validateNow(schema: unknown, value: unknown, params?: ParseParams): Outcome | undefined {
  const zod = asZod(schema);
  try {
    if (!isConfiguredHere(zod)) return safeParserOf(zod).safeParse(value, params);
    const context = params ? { error: params.error, async: false } : { async: false };
    const result = zod._zod.run({ value, issues: [] }, context);
    if (result instanceof Promise) return undefined;
    if (result.issues.length === 0) return { success: true, data: result.value };
    return {
      success: false,
      error: { issues: result.issues.map((raw) => util.finalizeIssue(raw, context, config())) },
    };
  } catch (error) {
    if (isAsyncError(error)) return undefined;
    throw error;
  }
}

/** Validates a schema that has asynchronous refinements or transforms. */
export async function validateLater(schema: unknown, value: unknown, params?: ParseParams): Promise<Outcome> {
  return safeParserOf(asZod(schema)).safeParseAsync(value, params);
}

/** All copies of Zod from this one on share their configuration: locale, error maps. Older ones have one of their own. */
function isConfiguredHere({ _zod: { version } }: $ZodType): boolean {
  const { minor, patch }: { minor: number; patch: number } = version;
  return minor > 5 || (minor === 5 && patch >= 4);
}

interface SafeParser {
  safeParse(value: unknown, params?: ParseParams): Outcome;
  safeParseAsync(value: unknown, params?: ParseParams): Promise<Outcome>;
}

/** The parser of the schema's own copy of Zod. Schemas of `zod/v4/core` have none. */
function safeParserOf(schema: $ZodType): SafeParser {
  // why: a schema that has one of these methods has both
  if ('safeParse' in schema) return schema as unknown as SafeParser;
  return {
    safeParse: (value, params) => safeParse(schema, value, params),
    safeParseAsync: (value, params) => safeParseAsync(schema, value, params),
  };
}

function asZod(schema: unknown): $ZodType {
  if (isZodSchema(schema)) return schema;
  throw new TypeError('Expected a Zod 4 schema');
}

/** Another copy of Zod throws its own class; the text is the same in all of them. */
function isAsyncError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Encountered Promise during synchronous parse');
}
