import { AstroError } from 'astro/errors';

const made = new WeakSet<object>();

/**
 * A mistake of the developer: what happened with the offending value, and numbered hints of what to do.
 * Astro's dev overlay shows both.
 */
export function developerError(title: string, message: string, ...hints: string[]): AstroError {
  const hint = hints.length > 1 ? hints.map((text, index) => `${index + 1}. ${text}`).join('\n') : hints[0];
  const error = new AstroError(`[astro-action-forms] ${title}: ${message}`, hint);
  made.add(error);
  return error;
}

/** Whether an exception is a mistake that we explain, and no text of anybody else. */
export function isDeveloperError(exception: unknown): exception is AstroError {
  return typeof exception === 'object' && exception !== null && made.has(exception);
}
