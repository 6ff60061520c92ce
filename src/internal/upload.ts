import type { ActionFormElement } from '../client/action-form-element.js';
import { watchUploads } from '../client/upload.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  watchUploads((element as typeof ActionFormElement).kit);
});
