import { isIndex, type FieldPath } from '../shared/path.js';
import type { SchemaNode } from './kinds.js';
import { childAt, nodeAt } from './node-at.js';

/** A list in so many others counts as the one around it: a schema that makes new ones of itself has no end. */
const MAX_LISTS = 8;

/** A list around another one. */
interface ListAround {
  readonly path: FieldPath;
  readonly list: SchemaNode;
  readonly row: SchemaNode;
}

/** Whether a list is in a row of its own kind, as that of the replies to a reply is. */
export function isInOwnKind(root: SchemaNode, path: FieldPath): boolean {
  const { around, list } = listsAround(root, path);
  const row = list && childAt(list, 0);
  if (!list || !row) return false;
  return around.length >= MAX_LISTS || around.some((above) => isSame(above.row, row) || isSame(above.list, list));
}

/**
 * The list that this one is in a row further out: as the replies to a reply are those to a comment. Rows of one kind are printed
 * alike, so what the one list has serves the other.
 */
export function sameListFurtherOut(root: SchemaNode, path: FieldPath): FieldPath | undefined {
  const { around, list } = listsAround(root, path);
  const own = around.at(-1);
  if (!own || !list) return undefined;
  const below = path.slice(own.path.length + 1);
  const further = around.slice(0, -1).findLast(({ row }) => isSame(nodeAt(row, below), list));
  if (further) return [...path.slice(0, further.path.length + 1), ...below];
  return around.length < MAX_LISTS ? undefined : own.path;
}

function listsAround(root: SchemaNode, path: FieldPath): { around: readonly ListAround[]; list?: SchemaNode } {
  const around: ListAround[] = [];
  let node: SchemaNode | undefined = root;
  for (const [depth, segment] of path.entries()) {
    if (!node) return { around };
    const below: SchemaNode | undefined = childAt(node, segment);
    if (below && isIndex(String(segment))) around.push({ path: path.slice(0, depth), list: node, row: below });
    node = below;
  }
  return node ? { around, list: node } : { around };
}

/** What options of a union say together is a new node each time; it is the same where the options are. */
function isSame(left: SchemaNode | undefined, right: SchemaNode): boolean {
  if (left === undefined) return false;
  if (left === right || (left.schema !== undefined && left.schema === right.schema)) return true;
  if (left.kind !== 'union' || right.kind !== 'union' || left.options.length !== right.options.length) return false;
  return left.options.every((option, index) => isSame(option, right.options[index]!));
}
