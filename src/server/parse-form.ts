import { parseSubmission, type ParseOptions } from '../submission/parse.js';
import type * as z from 'zod/v4/core';
import type { Schema } from './action-definition.js';
import { ActionError, inputError } from './action-error.js';
import { errorMap } from './locale.js';
import { limitsOf } from './limits-of.js';
import { limited } from './parse-input.js';

/** What {@link parseForm} gives. */
export type ParsedForm<TSchema extends Schema> =
  | { readonly data: z.output<TSchema>; readonly error: undefined }
  | { readonly data: undefined; readonly error: ActionError };

/**
 * Reads a form, or a query, by a schema outside of any action: in an endpoint, or on a page with a GET form.
 * Bad input is an `ActionError` whose messages `fieldErrors()` gives; so is a form past a limit, with the status 413 or 400.
 */
export async function parseForm<TSchema extends Schema>(
  schema: TSchema,
  form: FormData | URLSearchParams,
  options: Pick<ParseOptions, 'limits' | 'timeZone'> = {},
): Promise<ParsedForm<TSchema>> {
  const limits = limitsOf(options.limits);
  try {
    const submission = await limited(() => parseSubmission(schema, form, { ...options, limits, errorMap: errorMap() }));
    if (!submission.valid) return { data: undefined, error: inputError(submission.issues) };
    return { data: submission.data as z.output<TSchema>, error: undefined }; // why: Zod has just parsed it
  } catch (error) {
    if (error instanceof ActionError) return { data: undefined, error };
    throw error;
  }
}
