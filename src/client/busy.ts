import { PENDING_ATTRIBUTE } from '../shared/wire.js';
import type { Submitter } from './form.js';
import { partsOf } from './parts.js';

/**
 * Marks a form as busy until `signal` is aborted, and its submitter as soon as the task at hand is done: a click's is
 * long, and changes the button's style. The submitter keeps the focus: it is `aria-disabled`, never `disabled`.
 */
export function markBusy(form: HTMLFormElement, submitter: Submitter | null, signal: AbortSignal): void {
  const undo = (put: () => void) => signal.addEventListener('abort', put);
  form.ariaBusy = 'true';
  undo(() => (form.ariaBusy = null));
  setTimeout(() => {
    // What Enter presses may be a button out of sight, in the place of the form's first. why: buttons alone have the attribute
    const button = submitter?.closest('[hidden]')
      ? (partsOf(form, `[${PENDING_ATTRIBUTE}]`)[0] as Submitter | undefined)
      : submitter;
    if (!button || signal.aborted) return;
    button.ariaDisabled = 'true';
    undo(() => (button.ariaDisabled = null));
    // A quick answer must not flicker. A number here takes fewer bytes than with a name.
    setTimeout(() => {
      const label = button.getAttribute(PENDING_ATTRIBUTE);
      if (!label || signal.aborted) return;
      // An input's label is its value, a button's is what it holds.
      const value = button.value;
      const children = [...button.childNodes];
      button.value = button.textContent = label;
      undo(() => {
        button.value = value;
        button.replaceChildren(...children);
      });
    }, 300);
  });
}
