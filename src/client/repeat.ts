import { OWN_PREFIX, REPEAT_ATTRIBUTE } from '../shared/wire-repeat.js';
import type { ActionFormSubmitDetail } from './events.js';
import type { Submitter } from './form.js';
import type { Kit } from './kit.js';

/** A submission that waits, with what was typed when it was asked for. */
interface Waiting {
  readonly submitter: Submitter | null;
  readonly entries: readonly (readonly [string, FormDataEntryValue])[];
}

const MARK = Symbol.for('astro-action-forms.repeat');

/**
 * Gives forms with `data-action-repeat` what they ask for when they are submitted while a submission is under way:
 * `abort` calls that off and sends the new one, `queue` sends the new one after it. Watches the document, once.
 */
export function watchRepeats({ own, planSubmission }: Pick<Kit, 'own' | 'planSubmission'>): void {
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  const queues = new WeakMap<HTMLFormElement, Waiting[]>();
  /** What is being sent again instead of what the form holds now. */
  let sending: Waiting | undefined;

  // Before anybody else hears of it: the listeners of a page are asked when the submission's turn comes.
  document.addEventListener('submit', onSubmit, { capture: true });
  document.addEventListener('actionform:submit', ({ detail }) => sending && replaceEntries(detail, sending), {
    capture: true,
  });
  document.addEventListener('actionform:end', ({ detail }) => {
    // The form is busy until the event is over, and for as long as the island is on its way to another page.
    setTimeout(() => sendNext(detail.form));
  });

  function onSubmit(event: SubmitEvent): void {
    // why: forms alone are submitted, and by submit buttons
    const [form, submitter] = [event.target as HTMLFormElement, event.submitter as Submitter | null];
    const policy = own(form, 'getAttribute')(REPEAT_ATTRIBUTE);
    if (sending || !policy || !isBusy(form) || !planSubmission(form, submitter)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const waiting = { submitter, entries: [...new FormData(form, submitter)] };
    queues.set(form, policy === 'queue' ? [...(queues.get(form) ?? []), waiting] : [waiting]);
    if (policy === 'abort') own(form, 'dispatchEvent')(new CustomEvent('actionform:abort'));
  }

  function sendNext(form: HTMLFormElement): void {
    if (isBusy(form) || !own(form, 'isConnected')) return;
    sending = queues.get(form)?.shift();
    // It was valid when it was asked for, and is sent as it was then.
    if (sending) {
      const { submitter } = sending;
      own(form, 'dispatchEvent')(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
    }
    const isHeldUp = sending && !isBusy(form);
    sending = undefined;
    // Somebody has prevented it, and no end of it will come.
    if (isHeldUp) sendNext(form);
  }

  function isBusy(form: HTMLFormElement): boolean {
    return own(form, 'getAttribute')('aria-busy') !== null;
  }
}

/** Fields of ours stay what they are now: an answer may have brought the next key. */
function replaceEntries({ formData }: ActionFormSubmitDetail, { entries }: Waiting): void {
  for (const name of new Set(formData.keys())) if (!name.startsWith(OWN_PREFIX)) formData.delete(name);
  for (const [name, value] of entries) if (!name.startsWith(OWN_PREFIX)) formData.append(name, value);
}
