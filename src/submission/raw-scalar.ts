import { toControl } from '../schema/control.js';
import { formatDateInput } from '../schema/date-input.js';
import type { SchemaNode } from '../schema/kinds.js';
import { toWall } from '../schema/time-zone.js';

/**
 * What a control shows for a value, a date with a time as clocks show it in a zone. `undefined`: nothing that a control
 * could show.
 */
export function toRawScalar(node: SchemaNode, value: unknown, timeZone = 'UTC'): string | undefined {
  if (value === null) return '';
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isNaN(value) ? '' : String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return value instanceof Date ? toRawDate(node, value, timeZone) : toRawJson(node, value);
    default:
      return undefined;
  }
}

function toRawDate(node: SchemaNode, date: Date, timeZone: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const { type } = toControl(node);
  if (type === 'date') return formatDateInput(type, date) ?? '';
  if (type === 'datetime-local') return formatDateInput(type, new Date(toWall(date.getTime(), timeZone))) ?? '';
  if (type === 'time') return date.toISOString().slice(11, 16);
  return date.toISOString();
}

/** A field that is parsed as JSON shows it. */
function toRawJson(node: SchemaNode, value: object): string | undefined {
  return node.preprocess?.readsJson ? JSON.stringify(value) : undefined;
}
