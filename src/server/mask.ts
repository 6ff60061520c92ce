import { ActionError } from './action-error.js';
import { runtime } from './runtime.js';

/**
 * What the client may know of an exception: expected errors as they are, anything else as an id.
 * The exception itself goes to the log under that id.
 */
export function maskException(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  const id = crypto.randomUUID().slice(0, 8);
  console.error(`[astro-action-forms] Unexpected exception in an action, id ${id}:`, error);
  return new ActionError({
    code: 'INTERNAL_SERVER_ERROR',
    message: `${runtime().messages.unexpected} (${id})`,
  });
}
