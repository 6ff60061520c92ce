import type { ActionFormElement } from '../client/action-form-element.js';
import { showInSteps } from '../client/in-steps.js';

void customElements.whenDefined('action-form').then((element) => {
  // why: the element of that name is the island's
  showInSteps((element as typeof ActionFormElement).kit);
});
