import type { ActionFormElement } from '../client/action-form-element.js';
import { watchRepeats } from '../client/repeat.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  watchRepeats((element as typeof ActionFormElement).kit);
});
