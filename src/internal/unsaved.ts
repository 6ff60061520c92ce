import type { ActionFormElement } from '../client/action-form-element.js';
import { watchChanges } from '../client/unsaved.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  watchChanges((element as typeof ActionFormElement).kit);
});
