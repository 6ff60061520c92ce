import { RPC_SEGMENT } from '../shared/wire.js';
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

/**
 * Whether a URL is the one that RPC calls of an action go to. So is any action's as long as no name of this one is known:
 * an app may run actions before anything has looked at the tree.
 */
export function isCalledBy({ pathname }: URL, action: object): boolean {
  const start = pathname.lastIndexOf(`/${RPC_SEGMENT}/`);
  if (start < 0) return false;
  const name = names.get(action);
  const called = pathname.slice(start + RPC_SEGMENT.length + 2).replace(/\/$/, '');
  return name === undefined || called === name.split('.').map(encodeURIComponent).join('.') || called === name;
}

function noteBelow(branch: object, prefix: string): void {
  for (const [key, value] of Object.entries(branch)) {
    if (detailsOf(value) !== undefined)
      names.set(value as object, prefix + key); // why: details are on functions only
    else if (typeof value === 'object' && value !== null) noteBelow(value as object, `${prefix}${key}.`); // why: checked
  }
}
