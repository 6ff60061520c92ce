import type { MessageKey } from '../shared/messages.js';
import { ActionError } from './action-error.js';
import { isDeveloperError } from './developer-error.js';
import { messages } from './locale.js';
import { logError } from './log.js';
import { runtime } from './runtime.js';

/**
 * What the client may know of an exception: expected errors as they are, anything else as an id.
 * The exception itself goes to the log under that id. In dev, a mistake that we explain is explained to the client too.
 *
 * @param place Where it was thrown, such as `the action "order"`.
 * @param said What people are told beside the id.
 */
export function maskException(exception: unknown, place: string, said: MessageKey = 'unexpected'): ActionError {
  if (exception instanceof ActionError) return exception;
  const id = crypto.randomUUID().slice(0, 8);
  logError(`Unexpected exception in ${place}, id ${id}:`, exception);
  const { options } = runtime();
  const explained = options.dev && isDeveloperError(exception) ? ` ${exception.message} ${exception.hint ?? ''}` : '';
  return new ActionError({ code: 'INTERNAL_SERVER_ERROR', message: `${messages()[said]} (${id})${explained}` });
}
