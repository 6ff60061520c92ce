import type { ActionFormElement } from '../client/action-form-element.js';
import { watchLists } from '../client/list.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  watchLists((element as typeof ActionFormElement).kit);
});
