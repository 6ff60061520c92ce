import type { ActionReference } from './action-types.js';
import type { ActionFormEventMap } from './events.js';

/** Where to listen: a form or anything around forms, or a selector of forms, also of such that come later. */
export type ActionFormTarget = EventTarget | string;

/**
 * Listens for an event of one action's forms, or of any. Gives what undoes it.
 *
 * This and who uses it take nothing from the island's modules: what a page's script shares with it is loaded as a file of its own.
 */
export function listen<Type extends Exclude<keyof ActionFormEventMap, 'actionform:abort'>>(
  target: ActionFormTarget,
  type: Type,
  action: ActionReference | undefined,
  handler: (event: ActionFormEventMap[Type]) => void,
): () => void {
  // The only parameter of an action's address is its name.
  const [name] = action ? new URLSearchParams(action.toString()).values() : [];
  const place = typeof target === 'string' ? document : target;
  const listener = (event: Event) => {
    // why: the island alone dispatches events of these types
    const ours = event as ActionFormEventMap[Type];
    if (name !== undefined && ours.detail.action !== name) return;
    if (typeof target === 'string' && !Element.prototype.matches.call(ours.detail.form, target)) return;
    handler(ours);
  };
  place.addEventListener(type, listener);
  return () => place.removeEventListener(type, listener);
}
