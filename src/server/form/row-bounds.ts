import type { List } from '../../schema/list.js';
import type { SchemaNode } from '../../schema/node.js';
import { keysOf } from '../../schema/node-at.js';
import { isInOwnKind } from '../../schema/recursion.js';
import type { FieldPath } from '../../shared/path.js';
import type { RowBounds } from '../../submission/edit-rows.js';

/** How many rows a list of a form may have: no more than there are, where what is in another one could not be sent. */
export function rowBounds(
  root: SchemaNode,
  path: FieldPath,
  { element, size: { min = 0, max = Infinity } }: List,
  { depth }: { readonly depth: number },
): RowBounds {
  const deepest = path.length + (keysOf(element).length > 0 ? 2 : 1);
  return { min, max: deepest > depth ? 0 : max, isInOwnKind: isInOwnKind(root, path) };
}
