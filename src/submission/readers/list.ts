import type { ArrayNode, SchemaNode } from '../../schema/kinds.js';
import { itemEntry, type Reader } from '../context.js';
import { valuesOf, type Entry, type FormValue } from '../entries.js';
import { noteRows, rowsOf, type Row } from '../rows.js';
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
    const sent = rowsOf(entry, context);
    const rows = node.element.kind === 'file' ? sent.filter(hasFile) : sent;
    if (isOptional && rows.length === 0 && entry?.value === undefined) return missing;
    const items: unknown[] = [];
    if (takesText && entry) {
      for (const value of ownValues(entry, node.element)) {
        if (typeof value === 'string' && readElement.fromText) items.push(readElement.fromText(value, context));
        else items.push(readElement(itemEntry(entry, value, context), context));
      }
    }
    if (rows.length > 0) {
      for (const row of rows) items.push(readElement(row.entry, context));
      noteRows(items, rows, context);
    }
    return unique ? new Set(items) : items;
  };
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
