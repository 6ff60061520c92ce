import type { SchemaNode } from './kinds.js';

/** Whether a field is sent as JSON that a person types. Numbers, boxes, days and choices are JSON as they are. */
export function isJsonText(node: SchemaNode): boolean {
  return node.preprocess?.readsJson === true && !['number', 'boolean', 'date', 'choice'].includes(node.kind);
}
