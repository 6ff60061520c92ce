import type { ActionFormElement } from '../client/action-form-element.js';

// Whichever copy of the package has the page's forms, it is that one's part.
void customElements.whenDefined('action-form').then((element) => {
  // why: ours alone defines that element; another version of it may have no such part
  void (element as Partial<typeof ActionFormElement>).kit?.live?.();
});
