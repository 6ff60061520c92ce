import { attribute, type Submitter } from './form.js';
import { kit } from './kit.js';
import { noteModifiers, planSubmission } from './plan.js';
import { submit } from './submit.js';

/**
 * Takes over the submissions of the forms in `root`, or of `root` itself: those that name an action's endpoint and
 * that nobody prevented. `signal` undoes it; what is under way then still comes to its end.
 */
export function takeOver(root: HTMLElement, signal?: AbortSignal): void {
  function onSubmit(event: SubmitEvent): void {
    // why: forms alone are submitted, and by submit buttons
    const { target: form, submitter } = event as SubmitEvent & { target: HTMLFormElement; submitter: Submitter | null };
    const plan = !event.defaultPrevented && planSubmission(form, submitter);
    noteModifiers(event);
    if (!plan) return;
    event.preventDefault();
    if (!attribute(form, 'aria-busy')) void submit(form, submitter, plan);
  }

  root.addEventListener('click', noteModifiers, { signal });
  root.addEventListener('submit', onSubmit, { signal });
  // why: an element that is no form, but sends an event of that name, has nothing that could be cleared
  const onReset = (event: Event) => event.defaultPrevented || kit.showIssues(event.target as HTMLFormElement, []);
  root.addEventListener('reset', onReset, { signal });
}
