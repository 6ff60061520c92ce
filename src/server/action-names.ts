import { RPC_SEGMENT } from '../shared/wire.js';
import { detailsOf } from './action-definition.js';
import type { ActionTree } from './runtime.js';

/** All names that an action can be called by. */
const names = new WeakMap<object, Set<string>>();
const walked = new WeakSet<object>();

/** Notes under which names the actions of a tree can be called. */
export function noteNames(tree: ActionTree): void {
  if (walked.has(tree)) return;
  walked.add(tree);
  noteBelow(tree, '');
}

/** How an action is called in the log. In a unit test it has no name. */
export function placeOf(action: object): string {
  const [name] = names.get(action) ?? [];
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
  const known = names.get(action);
  const called = decode(pathname.slice(start + RPC_SEGMENT.length + 2).replace(/\/$/, ''));
  return known === undefined || (called !== undefined && known.has(called));
}

function noteBelow(branch: object, prefix: string): void {
  for (const [key, value] of Object.entries(branch)) {
    if (detailsOf(value) !== undefined) {
      const action = value as object; // why: details are on functions only
      names.set(action, (names.get(action) ?? new Set()).add(prefix + key));
    } else if (typeof value === 'object' && value !== null) noteBelow(value as object, `${prefix}${key}.`); // why: checked
  }
}

/** A name as a URL has it, in any encoding; undefined for one that is no encoding. */
function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
