import type { ActionError as AstroActionError } from 'astro/actions/runtime/entrypoints/server.js';
import type { FieldErrors } from '../shared/field-names.js';
import { formatPath } from '../shared/path.js';
import { issuesOf } from './action-error.js';

/**
 * The messages of an action's error by full path, as in `fieldErrors(result.error)['items[0].sku']`.
 * An error without fields, or none, gives an empty object.
 */
export function fieldErrors<TInput extends Record<string, unknown>>(
  error: AstroActionError<TInput> | undefined,
): FieldErrors<TInput> {
  const messages: Record<string, string[]> = Object.create(null);
  for (const issue of issuesOf(error)) (messages[formatPath(issue.path)] ??= []).push(issue.message);
  return messages as FieldErrors<TInput>; // why: the names come from issues of this very schema
}
