import { ActionError } from './action-error.js';
import { logError } from './log.js';
import { runtime } from './runtime.js';

/**
 * What the client may know of an exception: expected errors as they are, anything else as an id.
 * The exception itself goes to the log under that id.
 *
 * @param place Where it was thrown, such as `the action "order"`.
 */
export function maskException(exception: unknown, place: string): ActionError {
  if (exception instanceof ActionError) return exception;
  const id = crypto.randomUUID().slice(0, 8);
  logError(`Unexpected exception in ${place}, id ${id}:`, exception);
  return new ActionError({
    code: 'INTERNAL_SERVER_ERROR',
    message: `${runtime().messages.unexpected} (${id})`,
  });
}
