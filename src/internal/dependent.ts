import type { ActionFormElement } from '../client/action-form-element.js';
import { watchConditions } from '../client/dependent.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  watchConditions((element as typeof ActionFormElement).kit);
});
