import type { ActionReference } from './action-types.js';
import type { ActionFormSubmitDetail } from './events.js';
import { type ActionFormTarget, listen } from './listen.js';

/** Takes back what an optimistic handler did. */
export type Rollback = () => void;

/** May show the outcome before it is known, and then gives what takes it back. */
export type ActionSubmitHandler = (detail: ActionFormSubmitDetail) => Rollback | void;

/**
 * Calls `handler` when an enhanced form is submitted, before anything is sent. What it gives is called when the
 * submission fails, is called off, or is prevented by somebody else. Gives what undoes the listening.
 *
 * @example
 * onActionSubmit('#todos', actions.addTodo, ({ formData }) => {
 *   const row = addRow(formData.get('title'));
 *   return () => row.remove();
 * });
 */
export function onActionSubmit(target: ActionFormTarget, handler: ActionSubmitHandler): () => void;
export function onActionSubmit(
  target: ActionFormTarget,
  action: ActionReference,
  handler: ActionSubmitHandler,
): () => void;
export function onActionSubmit(
  target: ActionFormTarget,
  ...[first, second]: [ActionSubmitHandler] | [ActionReference, ActionSubmitHandler]
): () => void {
  // why: the overloads give an action only together with a handler
  const [action, handler] = second ? [first as ActionReference, second] : [undefined, first as ActionSubmitHandler];
  return listen(target, 'actionform:submit', action, (event) => {
    if (event.defaultPrevented) return;
    const rollback = handler(event.detail);
    if (rollback) rollBackUnlessDone(event, rollback);
  });
}

function rollBackUnlessDone(event: CustomEvent<ActionFormSubmitDetail>, rollback: Rollback): void {
  const over = new AbortController();
  const once = { signal: over.signal };
  const { form, formData } = event.detail;
  const settle = (isDone: boolean) => {
    over.abort();
    if (!isDone) rollback();
  };
  // On the form itself: one that has left the page bubbles nowhere, and a field may be called `addEventListener`.
  const on: HTMLFormElement['addEventListener'] = EventTarget.prototype.addEventListener.bind(form);
  for (const type of ['actionform:success', 'actionform:error', 'actionform:end'] as const) {
    // An earlier submission of the form may come to its end when this one is under way.
    on(type, ({ detail }) => detail.formData === formData && settle(type === 'actionform:success'), once);
  }
  // Listeners that come after this one may prevent the submission, and then no other event comes.
  queueMicrotask(() => {
    if (event.defaultPrevented && !over.signal.aborted) settle(false);
  });
}
