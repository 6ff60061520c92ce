import type { Kit } from '../kit.js';

const place = document.createElement('div');

/**
 * Has a screen reader say something when it comes to a pause. One place for all forms, so that errors that appear together
 * are said together, and none that a submit shows; inside of an open dialog, where nothing around it can be heard.
 */
export function announce(text: string, form: HTMLFormElement, { own }: Kit): void {
  place.role = 'status';
  place.style.cssText = 'position:fixed;right:100%';
  place.textContent = '';
  (own(form, 'closest')('dialog') ?? document.body).append(place);
  // It has to be in the page for a while before assistive technology listens to it.
  setTimeout(() => {
    place.textContent = text;
  }, 100);
}
