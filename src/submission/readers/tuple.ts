import type { SchemaNode, TupleNode } from '../../schema/kinds.js';
import { itemEntry, type Reader, type ReadContext } from '../context.js';
import { isSent, valuesOf, type Entry } from '../entries.js';
import { noteRows, rowsOf, type Row } from '../rows.js';
import { absent, type IsHeld } from './object.js';

/** A fixed number of items by position, each by its own schema; the rest, if there is one, as a list. */
export function tupleReader(node: TupleNode, toReader: (node: SchemaNode) => Reader, isHeld: IsHeld): Reader {
  const isOptional = node.optional || node.nullable;
  return (entry, context) => {
    if (isOptional && !(isSent(entry) && isHeld(entry, context))) return absent(node, entry);
    const { items: nodes, rest } = node;
    const parts = partsOf(entry, context);
    const items: unknown[] = nodes.map((item, index) => toReader(item)(parts.get(index), context));
    while (items.length > 0 && items.at(-1) === undefined && nodes[items.length - 1]?.optional) items.pop();
    if (rest) readRest(items, nodes.length, parts, toReader(rest), context);
    return items;
  };
}

function readRest(
  items: unknown[],
  from: number,
  parts: ReadonlyMap<number, Entry>,
  read: Reader,
  context: ReadContext,
): void {
  const rows: Row[] = [...parts].filter(([index]) => index >= from).map(([index, entry]) => ({ index, entry }));
  if (rows.length === 0) return;
  // items that were left out at the end are in between then
  while (items.length < from) items.push(undefined);
  rows.sort((a, b) => a.index - b.index);
  for (const { entry } of rows) items.push(read(entry, context));
  noteRows(items, rows, context);
}

/** Values under the tuple's own name are its items in the order sent, unless items have names of their own. */
function partsOf(entry: Entry | undefined, context: ReadContext): Map<number, Entry> {
  const parts = new Map<number, Entry>();
  if (!entry) return parts;
  for (const [index, value] of valuesOf(entry).entries()) parts.set(index, itemEntry(entry, value, context));
  for (const row of rowsOf(entry, context)) parts.set(row.index, row.entry);
  return parts;
}
