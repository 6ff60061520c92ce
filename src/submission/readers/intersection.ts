import type { IntersectionNode, SchemaNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';
import { isSent } from '../entries.js';
import { absent, type IsHeld } from './object.js';
import { blankValue, missingValue, rawValue } from './scalar.js';

/**
 * Both sides read the same part of the form; of what both have, the first side's stays. An optional one is there only
 * if something of either side was filled in; lists that were sent empty are lists.
 */
export function intersectionReader(
  node: IntersectionNode,
  toReader: (node: SchemaNode) => Reader,
  isHeld: IsHeld,
): Reader {
  const isOptional = node.optional || node.nullable;
  const isList = node.sides.every(({ kind }) => kind === 'array');
  return (entry, context) => {
    if (isOptional) {
      if (!isSent(entry) || !(entry.firstChild || entry.value !== undefined)) return missingValue(node, undefined);
      if (entry.value === undefined && !isHeld(entry, context)) return absent(node, entry);
      if (rawValue(entry, context) === '' && !isList) return blankValue(node, undefined);
    }
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
