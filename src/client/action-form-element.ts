import { kit, type Kit } from './kit.js';
import { takeOver } from './take-over.js';

/**
 * `<action-form>`: enhances the forms inside it, now and later. It listens on itself alone, once and for as long as it
 * exists, so that it can be moved about, taken off the page and put back.
 */
export class ActionFormElement extends HTMLElement {
  /** For the parts of the island that load later. */
  static readonly kit: Kit = kit;

  constructor() {
    super();
    takeOver(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-form': ActionFormElement;
  }
}
