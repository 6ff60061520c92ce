import { STATUS_ATTRIBUTE } from '../shared/wire.js';
import { partsOf } from './parts.js';

/**
 * Says something in the form's status element, by default what its hook has for a success. `''` empties it, so that
 * the same text is announced again later.
 */
export function say(form: HTMLFormElement, text?: string): HTMLElement | undefined {
  const [status] = partsOf(form, `[${STATUS_ATTRIBUTE}]`);
  if (status) status.textContent = text ?? status.getAttribute(STATUS_ATTRIBUTE);
  return status;
}
