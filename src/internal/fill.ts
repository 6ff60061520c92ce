import type { ActionFormElement } from '../client/action-form-element.js';
import { fillRow } from '../client/fill.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  (element as typeof ActionFormElement).kit.fill = fillRow;
});
