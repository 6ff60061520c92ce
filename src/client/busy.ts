import { PENDING_ATTRIBUTE } from '../shared/wire.js';
import type { Submitter } from './form.js';

/** Milliseconds that an answer may take before the button's label says so: a quick answer must not flicker. */
const PENDING_DELAY = 300;

/**
 * Marks a form and its submitter as busy until `signal` is aborted. The submitter keeps the focus: it is
 * `aria-disabled`, never `disabled`.
 */
export function markBusy(form: HTMLFormElement, submitter: Submitter | null, signal: AbortSignal): void {
  const mark = (state: 'true' | null) => {
    form.ariaBusy = state;
    if (submitter) submitter.ariaDisabled = state;
  };
  const timer = setTimeout(() => relabel(submitter, signal), PENDING_DELAY);
  mark('true');
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    mark(null);
  });
}

/** An input's label is its value, a button's is what it holds. */
function relabel(submitter: Submitter | null, signal: AbortSignal): void {
  const label = submitter?.getAttribute(PENDING_ATTRIBUTE);
  if (!submitter || !label) return;
  const { value } = submitter;
  const children = [...submitter.childNodes];
  submitter.value = submitter.textContent = label;
  signal.addEventListener('abort', () => {
    submitter.value = value;
    submitter.replaceChildren(...children);
  });
}
