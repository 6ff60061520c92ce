import type { ArrayNode, SchemaNode } from '../../schema/kinds.js';
import { itemEntry, type Reader, type ReadContext } from '../context.js';
import { valuesOf, type Entry, type FormValue } from '../entries.js';
import { isInOrder, noteRows, rowsOf, type Row } from '../rows.js';
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
    if (isOptional && isBlank(entry, node.element, context)) return missing;
    const items: unknown[] = [];
    if (!entry) return unique ? new Set(items) : items;
    if (takesText && entry.value !== undefined) readOwn(items, entry, node.element, readElement, context);
    if (entry.firstChild) readRows(items, entry, node.element, readElement, context);
    return unique ? new Set(items) : items;
  };
}

/** Whether nothing was sent that would be an item. */
function isBlank(entry: Entry | undefined, element: SchemaNode, context: ReadContext): boolean {
  return entry?.value === undefined && rowsWith(entry, element, context).length === 0;
}

/** Reads the values that were sent under the list's own name. */
function readOwn(items: unknown[], entry: Entry, element: SchemaNode, read: Reader, context: ReadContext): void {
  for (const value of ownValues(entry, element)) {
    if (typeof value === 'string' && read.fromText)
      items.push(value === '' ? read.blank : read.fromText(value, context));
    else items.push(read(itemEntry(entry, value, context), context));
  }
}

function readRows(items: unknown[], list: Entry, element: SchemaNode, read: Reader, context: ReadContext): void {
  if (items.length === 0 && element.kind !== 'file' && isInOrder(list, context)) {
    for (let row = list.firstChild; row; row = row.next) items.push(read(row, context));
    return;
  }
  const rows = rowsWith(list, element, context);
  for (const row of rows) items.push(read(row.entry, context));
  if (rows.length > 0) noteRows(items, rows, context);
}

function rowsWith(entry: Entry | undefined, element: SchemaNode, context: ReadContext): readonly Row[] {
  const rows = rowsOf(entry, context);
  return element.kind === 'file' ? rows.filter(hasFile) : rows;
}

/** A control for a file that was left empty is no row. */
function hasFile({ entry }: Row): boolean {
  return entry.value !== undefined && entry.value !== '';
}

/** A hidden `''` comes before the values of a group, so that a form says when all of it is unticked. */
function ownValues(entry: Entry, element: SchemaNode): readonly FormValue[] {
  const values = valuesOf(entry);
  if (element.kind === 'file') return values.filter((value) => value !== '');
  return values[0] === '' ? values.slice(1) : values;
}

/** Whether an element is made of several fields, so that a text under the list's own name cannot be one. */
function hasParts(element: SchemaNode): boolean {
  return element.kind === 'object' || element.kind === 'record' || element.kind === 'tuple';
}
