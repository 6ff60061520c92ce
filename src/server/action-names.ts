import { detailsOf } from './action-definition.js';
import type { ActionTree } from './runtime.js';

const names = new WeakMap<object, string>();
const walked = new WeakSet<object>();

/** Notes under which names the actions of a tree can be called. */
export function noteNames(tree: ActionTree): void {
  if (walked.has(tree)) return;
  walked.add(tree);
  noteBelow(tree, '');
}

/** How an action is called in the log. In a unit test it has no name. */
export function placeOf(action: object): string {
  const name = names.get(action);
  return name === undefined ? 'an action' : inAction(name);
}

export function inAction(name: string): string {
  return `the action ${JSON.stringify(name)}`;
}

function noteBelow(branch: object, prefix: string): void {
  for (const [key, value] of Object.entries(branch)) {
    if (detailsOf(value) !== undefined)
      names.set(value as object, prefix + key); // why: details are on functions only
    else if (typeof value === 'object' && value !== null) noteBelow(value as object, `${prefix}${key}.`); // why: checked
  }
}
