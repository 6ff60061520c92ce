import type { SchemaNode } from '../schema/kinds.js';

const byRoot = new WeakMap<SchemaNode, readonly string[]>();

/**
 * The names of the fields at the top of a form, in the order of the schema, which is the order in which forms mostly
 * send them. Keys that are no plain names are not among them.
 */
export function expectedNames(root: SchemaNode): readonly string[] {
  let names = byRoot.get(root);
  if (!names) {
    names = root.kind === 'object' ? [...root.fields.keys()].filter(isPlainName) : [];
    byRoot.set(root, names);
  }
  return names;
}

/** Not a path, and not a name of the toolkit's or of Astro's own. */
function isPlainName(key: string): boolean {
  return !/[.[_]/.test(key);
}
