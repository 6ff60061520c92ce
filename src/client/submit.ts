import { ABORT_EVENT, KEY_FIELD, TIMEOUT_ATTRIBUTE } from '../shared/wire.js';
import { markBusy } from './busy.js';
import { type ActionFormDetail, type ActionFormErrorDetail, type ActionFormSuccessDetail, emit } from './events.js';
import { attribute, own, type Submitter } from './form.js';
import { kit } from './kit.js';
import { navigate } from './navigate.js';
import { partsOf } from './parts.js';
import type { Plan } from './plan.js';
import { type Answer, post } from './request.js';
import { say } from './status.js';

/** Sends a form and shows what came of it. The form is busy until then, or until the page is left. */
export async function submit(form: HTMLFormElement, submitter: Submitter | null, plan: Plan): Promise<void> {
  const call = new AbortController();
  const { signal } = call;
  let isSettling = false;
  // What resets a form that stays here after its answer, as the island does itself, calls nothing off.
  // why: other events have no detail, and say no reason
  const stop = (event?: Event) =>
    event?.defaultPrevented || (event && isSettling) || call.abort((event as CustomEvent | undefined)?.detail);
  const formData = new FormData(form, submitter);
  const detail = { form, action: plan.action, formData };
  if (!emit('submit', { ...detail, submitter })) return;
  // The request is on its way before the page is changed.
  const answering = post(plan, formData, call, attribute(form, TIMEOUT_ATTRIBUTE));
  markBusy(form, submitter, signal);
  for (const type of ['reset', ABORT_EVENT]) own(form, 'addEventListener')(type, stop, { signal });
  // A page that comes back from the browser's cache has lost the answer it waited for, or was left after it.
  addEventListener('pageshow', (event) => event.persisted && stop(), { signal });
  say(form, '');
  const [answer, key] = await answering;
  isSettling = !answer?.location;
  // why: the one control of this name is a hidden input
  const [keyField] = partsOf(form, `[name=${KEY_FIELD}]`) as HTMLInputElement[];
  if (keyField && key) keyField.value = key;
  if (answer) await show(detail, answer);
  // A form comes alive again although its page is still there, as with a download.
  setTimeout(stop, isSettling ? 0 : 10_000);
  emit('end', detail);
}

async function show(detail: ActionFormDetail, answer: Answer): Promise<void> {
  const { form, formData } = detail;
  const { error, message, location: next } = answer;
  const paint = async () => {
    if (own(form, 'isConnected'))
      await kit.showIssues(form, error ? (error.issues[0] ? error.issues : [{ ...error, path: [] }]) : []);
    return own(form, 'isConnected');
  };
  const isShown = await paint();
  // Errors are painted before live validation begins to load.
  if (error) setTimeout(kit.live, 100, form, formData);
  // why: an answer has what the event of its kind tells
  emit(error ? 'error' : 'success', { ...detail, ...answer } as ActionFormErrorDetail & ActionFormSuccessDetail);
  // A listener may put back a form that it has taken off the page.
  if (!isShown) await paint();
  if (next && isShown) navigate(next);
  if (error || next) return;
  try {
    say(await import('./settle.js').then((part) => part.settle(form, formData, kit)), message);
  } catch {
    // The action has run; a page that could not follow is fetched whole.
    location.reload();
  }
}
