import { ActionError } from './action-error.js';
import { currentLocale, messages } from './locale.js';
import { inUnits } from './quantities.js';
import { withAdvice } from './with-advice.js';

/** What a body ends with past its bound. Whoever reads it gets this: the action, or middleware and page of the app. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  /** @param limit bytes that the body may have. */
  constructor(readonly limit: number) {
    super(`The body of the request is larger than the limit of its action: ${limit} bytes.`);
  }
}

/** What people are told where a form cannot be taken apart. A browser sends none such; what stands between may. */
export function malformed(what: string): ActionError {
  const message = withAdvice(messages().formUnreadable, `The request holds a malformed ${what}.`);
  return new ActionError({ code: 'BAD_REQUEST', message });
}

/** @param limit bytes of the whole body. */
export function bodyTooLarge(limit: number): ActionError {
  return tooLarge(messages().bodyTooLarge, limit, 'bytes');
}

/** @param limit bytes of all that is no file. */
export function textTooLarge(limit: number): ActionError {
  return tooLarge(messages().textTooLarge, limit, 'bytes of text');
}

/** What is said where the sender went away, or the connection broke. */
export function endedEarly(): ActionError {
  return new ActionError({ code: 'BAD_REQUEST', message: messages().formIncomplete });
}

function tooLarge(text: string, limit: number, unit: string): ActionError {
  const message = withAdvice(
    text.replace('{limit}', inUnits(limit, currentLocale())),
    `The limit is ${limit} ${unit}.`,
  );
  return new ActionError({ code: 'CONTENT_TOO_LARGE', message });
}
