import { ActionError } from './action-error.js';

/** What a body ends with past its bound. Whoever reads it gets this: the action, or middleware and page of the app. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  /** @param limit bytes that the body may have. */
  constructor(readonly limit: number) {
    super(`The body of the request is larger than the limit of its action: ${limit} bytes.`);
  }
}

export function malformed(what: string): ActionError {
  return new ActionError({ code: 'BAD_REQUEST', message: `The request holds a malformed ${what}.` });
}

export function tooLarge(limit: number, what = 'request is'): ActionError {
  return new ActionError({
    code: 'CONTENT_TOO_LARGE',
    message: `The ${what} larger than the limit of ${limit} bytes.`,
  });
}

export function unsupported(message: string): ActionError {
  return new ActionError({ code: 'UNSUPPORTED_MEDIA_TYPE', message });
}

/** What is said where the sender went away, or the connection broke. */
export function endedEarly(): ActionError {
  return new ActionError({ code: 'BAD_REQUEST', message: 'The request ended before all of it had arrived.' });
}
