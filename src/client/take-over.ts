import { attribute, type Submitter } from './form.js';
import { kit } from './kit.js';
import { planSubmission } from './plan.js';
import { submit } from './submit.js';

/**
 * Takes over the submissions of the forms in `root`, or of `root` itself: those that name an action's endpoint and
 * that nobody prevented. `signal` undoes it; what is under way then still comes to its end.
 */
export function takeOver(root: HTMLElement, signal?: AbortSignal): void {
  /** Where a click with a modifier key was: what that submits goes to another tab. */
  let modified: Node | null = null;

  function onClick(event: MouseEvent): void {
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    // why: what is clicked on a page is a node
    modified = isModified ? (event.target as Node) : null;
  }

  function onSubmit(event: SubmitEvent): void {
    // why: forms alone are submitted, and by submit buttons
    const { target: form, submitter } = event as SubmitEvent & { target: HTMLFormElement; submitter: Submitter | null };
    const isNative = event.defaultPrevented || submitter?.contains(modified);
    // A click counts once: the same button may submit by a script later.
    modified = null;
    const plan = !isNative && planSubmission(form, submitter);
    if (!plan) return;
    event.preventDefault();
    if (!attribute(form, 'aria-busy')) void submit(form, submitter, plan);
  }

  root.addEventListener('click', onClick, { signal });
  root.addEventListener('submit', onSubmit, { signal });
  // why: an element that is no form, but sends an event of that name, has nothing that could be cleared
  const onReset = (event: Event) => event.defaultPrevented || kit.showIssues(event.target as HTMLFormElement, []);
  root.addEventListener('reset', onReset, { signal });
}
