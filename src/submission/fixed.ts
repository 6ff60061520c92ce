import type { SchemaNode } from '../schema/kinds.js';
import { childAt } from '../schema/node-at.js';
import { clearEntry, obtainChild, type Entry } from './entries.js';
import { toRawScalar } from './raw-scalar.js';

/**
 * Puts what the page fixed in the place of what the form sent, so that a fixed tag picks its option. Gives the entries
 * that are not the person's.
 */
export function fixEntries(
  entry: Entry,
  node: SchemaNode | undefined,
  fixed: Readonly<Record<string, unknown>>,
  replaced = new Set<Entry>(),
): ReadonlySet<Entry> {
  for (const [key, value] of Object.entries(fixed)) {
    const child = obtainChild(entry, key);
    const below = node && childAt(node, key);
    if (isPlainObject(value)) fixEntries(child, below, value, replaced);
    else {
      clearEntry(child);
      child.value = below && toRawScalar(below, value);
      replaced.add(child);
    }
  }
  return replaced;
}

/** Merges what the page fixed into the schema's input: objects key by key, anything else replaces what is there. */
export function mergeFixed(input: unknown, fixed: Readonly<Record<string, unknown>>): unknown {
  const target: Record<string, unknown> = isPlainObject(input) ? input : {};
  for (const [key, value] of Object.entries(fixed)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    const merged = isPlainObject(value) ? mergeFixed(own, value) : value;
    Object.defineProperty(target, key, { value: merged, configurable: true, enumerable: true, writable: true });
  }
  return target;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
