import type { IntersectionNode, SchemaNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';

/** Both sides read the same part of the form; of what both have, the first side's stays. */
export function intersectionReader(node: IntersectionNode, toReader: (node: SchemaNode) => Reader): Reader {
  return (entry, context) => {
    const [left, right] = node.sides.map((side) => toReader(side)(entry, context));
    return isMergeable(left) && isMergeable(right) ? Object.assign(Object.create(null), right, left) : (left ?? right);
  };
}

/** What was read of an object or a record: not a list, a date or a file. */
function isMergeable(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
