import { toControl } from '../schema/control.js';
import { formatDateInput } from '../schema/date-input.js';
import type { SchemaNode } from '../schema/kinds.js';

/** What a control shows for a value. `undefined`: nothing that a control could show. */
export function toRawScalar(node: SchemaNode, value: unknown): string | undefined {
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
      return value instanceof Date ? toRawDate(node, value) : toRawJson(node, value);
    default:
      return undefined;
  }
}

function toRawDate(node: SchemaNode, date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const { type } = toControl(node);
  if (type === 'date' || type === 'datetime-local') return formatDateInput(type, date) ?? '';
  if (type === 'time') return date.toISOString().slice(11, 16);
  return date.toISOString();
}

/** A field that is parsed as JSON shows it. */
function toRawJson(node: SchemaNode, value: object): string | undefined {
  return node.preprocess?.readsJson ? JSON.stringify(value) : undefined;
}
