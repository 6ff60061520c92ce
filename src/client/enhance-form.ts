import { type EnhanceOptions, takeOver } from './take-over.js';

/**
 * Enhances one form that is not inside an `<action-form>`: a form written by hand, or one that a framework renders.
 * Gives what undoes it.
 *
 * @example
 * const stop = enhanceForm(document.querySelector('form')!, { timeout: 10_000 });
 */
export function enhanceForm(form: HTMLFormElement, options?: EnhanceOptions): () => void {
  const life = new AbortController();
  takeOver(form, options, life.signal);
  return () => life.abort();
}
