import type { FieldErrors } from '../shared/field-names.js';
import type { FormIssue } from '../shared/issue.js';
import { formatPath } from '../shared/path.js';
import type { ActionFormError } from './events.js';

/**
 * The messages of an error by full path, as in `fieldErrors(error)['items[0].sku']`; those of the form as a whole are
 * under `''`. An error without issues, or none, gives an empty object. Also takes the errors of Astro's own `actions`.
 */
export function fieldErrors<Input>(error: ActionFormError<Input> | undefined): FieldErrors<Input>;
export function fieldErrors(error: object | undefined): FieldErrors<unknown>;
export function fieldErrors(error: { readonly issues?: readonly Pick<FormIssue, 'path' | 'message'>[] } | undefined) {
  const messages: Record<string, string[]> = Object.create(null);
  for (const { path, message } of error?.issues ?? []) (messages[formatPath(path)] ??= []).push(message);
  return messages;
}
