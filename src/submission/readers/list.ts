import type { ArrayNode, SchemaNode, TupleNode } from '../../schema/kinds.js';
import { isIndex } from '../../shared/path.js';
import type { Reader, ReadContext } from '../context.js';
import { itemEntry, type Entry, type FormValue } from '../entries.js';
import { SubmissionLimitError } from '../limits.js';
import { missingValue } from './scalar.js';

/** A list, or a set: values sent under the list's own name, then rows in the order of their numbers, gaps closed. */
export function listReader(node: ArrayNode, toReader: (node: SchemaNode) => Reader): Reader {
  const { unique } = node;
  const isOptional = node.optional || node.nullable;
  const missing = missingValue(node, undefined);
  let readElement: Reader | undefined;
  let takesText = true;
  return (entry, context) => {
    if (!readElement) {
      readElement = toReader(node.element);
      takesText = !hasParts(node.element);
    }
    const items: unknown[] = [];
    const indices = entry?.children ? rowIndices(entry.children, context) : [];
    const values = takesText ? entry?.values : undefined;
    if (indices.length === 0 && entry?.values === undefined && isOptional) return missing;
    if (entry && values) readValues(items, ownValues(values, node.element), entry, readElement, context);
    for (const index of indices) items.push(readElement(entry?.children?.get(String(index)), context));
    noteRows(items, indices, context);
    return unique ? new Set(items) : items;
  };
}

/** A fixed number of items by position, each by its own schema; the rest, if there is one, as a list. */
export function tupleReader(
  node: TupleNode,
  toReader: (node: SchemaNode) => Reader,
  isHeld: (entry: Entry, context: ReadContext) => boolean,
): Reader {
  const missing = missingValue(node, undefined);
  const isOptional = node.optional || node.nullable;
  return (entry, context) => {
    if (isOptional && !(entry && isHeld(entry, context))) return missing;
    const { items: nodes, rest } = node;
    const parts = itemEntries(entry);
    const items: unknown[] = nodes.map((item, index) => toReader(item)(parts.get(index), context));
    const indices = nodes.map((_, index) => index);
    if (rest) {
      for (const index of [...parts.keys()].filter((at) => at >= nodes.length).toSorted((a, b) => a - b)) {
        if (index > context.limits.index) throw new SubmissionLimitError('index', context.limits.index);
        indices.push(index);
        items.push(toReader(rest)(parts.get(index), context));
      }
    }
    while (items.length > 0 && items.at(-1) === undefined && nodes[items.length - 1]?.optional) items.pop();
    noteRows(items, indices, context);
    return items;
  };
}

/** The row numbers below a list, ascending. What is not a number as forms write it is no row. */
export function rowIndices(children: ReadonlyMap<string, Entry>, { limits }: ReadContext): number[] {
  const indices: number[] = [];
  let isAscending = true;
  for (const key of children.keys()) {
    if (!isIndex(key)) {
      if (/^[1-9]\d*$/.test(key)) throw new SubmissionLimitError('index', limits.index);
      continue;
    }
    const index = Number(key);
    if (index > limits.index) throw new SubmissionLimitError('index', limits.index);
    isAscending &&= indices.length === 0 || index > indices[indices.length - 1]!;
    indices.push(index);
  }
  return isAscending ? indices : indices.toSorted((a, b) => a - b);
}

function readValues(
  items: unknown[],
  values: readonly FormValue[],
  list: Entry,
  read: Reader,
  context: ReadContext,
): void {
  for (const value of values) items.push(read(itemEntry(list, value), context));
}

/** A hidden `''` comes before the values of a group, so that a form says when all of it is unticked. */
function ownValues(values: readonly FormValue[], element: SchemaNode): readonly FormValue[] {
  if (element.kind === 'file') return values.filter((value) => value !== '');
  return values[0] === '' ? values.slice(1) : values;
}

/** Whether an element is made of several fields, so that a text under the list's own name cannot be one. */
function hasParts(element: SchemaNode): boolean {
  return element.kind === 'object' || element.kind === 'record' || element.kind === 'tuple';
}

/** Values under the tuple's own name are its items in the order sent, unless items have names of their own. */
function itemEntries(entry: Entry | undefined): Map<number, Entry> {
  const parts = new Map<number, Entry>();
  for (const [index, value] of (entry?.values ?? []).entries()) if (entry) parts.set(index, itemEntry(entry, value));
  for (const [key, child] of entry?.children ?? []) if (isIndex(key)) parts.set(Number(key), child);
  return parts;
}

/** Remembers how rows were numbered, where that is not how they are numbered in the input. */
function noteRows(items: readonly unknown[], indices: readonly number[], { rows }: ReadContext): void {
  const offset = items.length - indices.length;
  if (indices.every((index, position) => index === position + offset)) return;
  const own = Array.from({ length: Math.max(offset, 0) }, (_, position) => position);
  rows.set(items, [...own, ...indices]);
}
