import type { ActionErrorCode } from 'astro/actions/runtime/entrypoints/server.js';
import { ActionError } from './action-error.js';

/**
 * An error for whoever has written the request. No form that a page shows sends such, so its text is English, as the log is.
 * What people may see is a text of the catalogue.
 */
export function programError(code: ActionErrorCode, message: string): ActionError {
  return new ActionError({ code, message });
}
