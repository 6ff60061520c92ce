import { ActionError } from '../action-error.js';
import { messages } from '../locale.js';

/** Seconds after which to ask again for what came of a run that is under way. */
export const ASK_AGAIN = 2;

/** Somebody is at it: the same again is the same attempt. */
export function stillRunning(): ActionError {
  return unavailable(messages().running);
}

/** The claim could not be asked for: the handler has not run. The same again is the same attempt. */
export function notTaken(): ActionError {
  return unavailable(messages().notTaken);
}

/** Its process has died: who sends it again has been told, and has another key. */
export function outcomeUnknown(): ActionError {
  return new ActionError({ code: 'CONFLICT', message: messages().outcomeUnknown });
}

function unavailable(message: string): ActionError {
  return new ActionError({ code: 'SERVICE_UNAVAILABLE', message, retryAfter: ASK_AGAIN });
}
