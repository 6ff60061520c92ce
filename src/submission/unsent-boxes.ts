import type { SchemaNode } from '../schema/kinds.js';
import { appendPath } from '../shared/path.js';
import { rowIndices, type RawValues } from './values.js';

/**
 * Names of boxes that are true by default and of which nothing was sent. A box of ours sends `false` when it is not
 * ticked; a plain one sends nothing then, and would be ticked again.
 */
export function unsentBoxes(root: SchemaNode, sent: RawValues): string[] {
  return boxesBelow(root, '', sent, Object.keys(sent));
}

function boxesBelow(node: SchemaNode, name: string, sent: RawValues, names: readonly string[]): string[] {
  if (node.kind === 'boolean') {
    const isTicked = node.defaultValue?.() === true;
    return isTicked && !Object.hasOwn(sent, name) ? [name] : [];
  }
  // of a part that the form does not have, nothing is missing
  if (name !== '' && !names.some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}[`))) return [];
  if (node.kind === 'object')
    return [...node.fields].flatMap(([key, field]) => boxesBelow(field, appendPath(name, key), sent, names));
  if (node.kind !== 'array') return [];
  return rowIndices(sent, name).flatMap((row) => boxesBelow(node.element, appendPath(name, row), sent, names));
}
