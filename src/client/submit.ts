import { KEY_FIELD, REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../shared/wire.js';
import { markBusy } from './busy.js';
import { type ActionFormDetail, emit } from './events.js';
import { attribute, own, type Submitter } from './form.js';
import { navigate } from './navigate.js';
import type { Plan } from './plan.js';
import { type Answer, post } from './request.js';
import { showIssues } from './show.js';
import { say } from './status.js';

/** Milliseconds after which a form comes alive again although its page is still there, as with a download. */
const PATIENCE = 10_000;

/** Sends a form and shows what came of it. The form is busy until then, or until the page is left. */
export async function submit(
  form: HTMLFormElement,
  submitter: Submitter | null,
  plan: Plan,
  timeout?: number,
): Promise<void> {
  const call = new AbortController();
  const { signal } = call;
  const stop = () => call.abort();
  const detail = { form, action: plan.action };
  const formData = new FormData(form, submitter);
  if (!emit('submit', { ...detail, submitter, formData })) return;
  markBusy(form, submitter, signal);
  form.addEventListener('reset', stop, { signal });
  // A page that comes back from the browser's cache has lost the answer it waited for, or was left after it.
  addEventListener('pageshow', ({ persisted }) => persisted && stop(), { signal });
  say(form, '');
  const answer = await post(plan, formData, call, timeout);
  // why: the one control of this name is a hidden input
  const keyField = own(form, 'elements').namedItem(KEY_FIELD) as HTMLInputElement | null;
  if (keyField && answer?.key) keyField.value = answer.key;
  if (answer && own(form, 'isConnected')) await show(detail, answer, formData);
  setTimeout(stop, answer?.location ? PATIENCE : 0);
  emit('end', detail);
}

async function show(detail: ActionFormDetail, answer: Answer, sent: FormData): Promise<void> {
  const { form } = detail;
  const { error, data, message, location } = answer;
  const summary = showIssues(form, !error ? [] : error.issues.length ? error.issues : [{ ...error, path: [] }]);
  if (error) emit('error', { ...detail, error });
  else emit('success', { ...detail, data, message, location });
  if (location) return navigate(location);
  if (error) return;
  try {
    const after = await import('./settle.js');
    const mode = attribute(form, RESET_ATTRIBUTE);
    say(await after.settle(form, sent, mode, attribute(form, REFRESH_ATTRIBUTE), summary, own), message);
  } catch {
    // The action has run; a page that could not follow is fetched whole.
    window.location.reload();
  }
}
