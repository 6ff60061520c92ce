import type { ActionInput, ActionOutput, ActionReference } from './action-types.js';
import type { ActionFormDetail, ActionFormError } from './events.js';
import { type ActionFormTarget, listen } from './listen.js';

/** What became of a submission: `data` or `error`, as an action itself gives them. */
export type ActionFormResult<Action extends ActionReference> = ActionFormDetail &
  (
    | {
        readonly data: ActionOutput<Action>;
        readonly error: undefined;
        /** Text for people, when the action gave one. */
        readonly message: string | undefined;
        /** Where the island goes next, when the action redirects. */
        readonly location: string | undefined;
      }
    | { readonly data: undefined; readonly error: ActionFormError<ActionInput<Action>> }
  );

/**
 * Calls `handler` with every outcome of an action's enhanced forms, typed by the action. Gives what undoes it.
 *
 * @example
 * onActionResult(document, actions.order, ({ data, error }) => {
 *   if (error) console.log(fieldErrors(error)['items[0].sku']);
 *   else console.log(data.id);
 * });
 */
export function onActionResult<Action extends ActionReference>(
  target: ActionFormTarget,
  action: Action,
  handler: (result: ActionFormResult<Action>) => void,
): () => void {
  // why: the listeners hear of this very action only, and the server answers with its types
  const give = (result: object) => handler(result as ActionFormResult<Action>);
  const stops = [
    listen(target, 'actionform:success', action, ({ detail }) => give({ ...detail, error: undefined })),
    listen(target, 'actionform:error', action, ({ detail }) => give({ ...detail, data: undefined })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
