import { OWN_PREFIX, REPEAT_ATTRIBUTE } from '../shared/wire-repeat.js';
import type { ActionFormSubmitDetail } from './events.js';
import type { Submitter } from './form.js';
import type { Kit } from './kit.js';

/** A submission that waits, with what was typed when it was asked for. */
interface Waiting {
  readonly submitter: Submitter | null;
  /** The submitter's value at that time, which is its label while that says that something is under way. */
  readonly said?: string | undefined;
  readonly entries: readonly (readonly [string, FormDataEntryValue])[];
  /** How often the page had come back from the browser's cache by then. */
  readonly visit: number;
}

/** Milliseconds between two looks at a form that is busy after its end, as one is for a while that leads to a download. */
const PAUSE = 500;

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
  let visit = 0;

  // Before anybody else hears of it: the listeners of a page are asked when the submission's turn comes.
  document.addEventListener('submit', onSubmit, { capture: true });
  addEventListener('pageshow', ({ persisted }) => persisted && visit++);
  document.addEventListener('actionform:submit', ({ detail }) => sending && replaceEntries(detail, sending), {
    capture: true,
  });

  function onSubmit(event: SubmitEvent): void {
    // why: forms alone are submitted, and by submit buttons
    const [form, submitter] = [event.target as HTMLFormElement, event.submitter as Submitter | null];
    const policy = own(form, 'getAttribute')(REPEAT_ATTRIBUTE);
    if (sending || !policy || !planSubmission(form, submitter)) return;
    const queue = queues.get(form);
    if (!isBusy(form)) {
      // What waits until one that was called off has come to its end is older than this one.
      if (policy === 'abort') queue?.splice(0);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const waiting = { submitter, said: submitter?.value, entries: [...new FormData(form, submitter)], visit };
    if (queue) queue.splice(policy === 'queue' ? queue.length : 0, queue.length, waiting);
    else follow(form, [waiting]);
    // Its end may be over.
    setTimeout(sendNext, PAUSE, form, queues.get(form));
    if (policy === 'abort') own(form, 'dispatchEvent')(new CustomEvent('actionform:abort'));
  }

  function follow(form: HTMLFormElement, queue: Waiting[]): void {
    queues.set(form, queue);
    // On the form itself: one that has left the page bubbles nowhere. It is busy until the event is over.
    own(form, 'addEventListener')('actionform:end', () => setTimeout(sendNext, 0, form, queue));
  }

  function sendNext(form: HTMLFormElement, queue: Waiting[]): void {
    const here = own(form, 'isConnected') ? form : copyOf(form);
    // A router has put another page in the place of the one that the form is on.
    const isLeft = (own(form, 'closest')('body') ?? document.body) !== document.body;
    // What was to follow on a page that was left is nobody's wish on another one, or when somebody comes back.
    if (isLeft) queue.splice(0);
    while (queue[0] && queue[0].visit !== visit) queue.shift();
    if (!queue[0]) return;
    if (isBusy(form)) return void setTimeout(sendNext, PAUSE, form, queue);
    if (!here) return;
    if (here !== form) follow(here, queue);
    sending = queue.shift();
    const submitter = sending?.submitter && sameButton(here, sending.submitter);
    // It was valid when it was asked for, and is sent as it was then.
    if (submitter !== undefined) {
      own(here, 'dispatchEvent')(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
    }
    sending = undefined;
    // Somebody has prevented it, and no end of it will come.
    if (!isBusy(here)) sendNext(here, queue);
  }

  /** What a refresh has put in the place of a form that it was in itself. */
  function copyOf(form: HTMLFormElement): HTMLFormElement | undefined {
    const copy = document.getElementById(own(form, 'getAttribute')('id') ?? '');
    return copy instanceof HTMLFormElement ? copy : undefined;
  }

  /** The button itself, or its like in a copy of its form; `undefined` where there is none. */
  function sameButton(form: HTMLFormElement, button: Submitter): Submitter | undefined {
    if (button.form === form) return button;
    // why: listed elements that are no buttons differ in their type
    return ([...own(form, 'elements')] as Submitter[]).find((other) => isAlike(other, button));
  }

  function isBusy(form: HTMLFormElement): boolean {
    return own(form, 'getAttribute')('aria-busy') !== null;
  }
}

function isAlike(one: Submitter, other: Submitter): boolean {
  const members = ['type', 'name', 'value', 'formAction'] as const;
  return members.every((member) => one[member] === other[member]);
}

/** Fields of ours stay what they are now: an answer may have brought the next key. So does the value of the button. */
function replaceEntries({ formData, submitter }: ActionFormSubmitDetail, { said, entries }: Waiting): void {
  for (const name of new Set(formData.keys())) if (!name.startsWith(OWN_PREFIX)) formData.delete(name);
  for (const [name, value] of entries) {
    if (name.startsWith(OWN_PREFIX)) continue;
    formData.append(name, submitter && name === submitter.name && value === said ? submitter.value : value);
  }
}
