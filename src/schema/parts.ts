import { toControl } from './control.js';
import type { SchemaNode } from './kinds.js';
import { keysOf } from './node-at.js';

/** What a field is made of that no single control can hold: rows, or fields of their own. */
export type FieldParts = { readonly kind: 'rows' } | { readonly kind: 'fields'; readonly keys: readonly string[] };

/** `undefined`: one control holds it. A function of the author's before the schema makes of a text what it likes. */
export function partsOf(node: SchemaNode): FieldParts | undefined {
  if (node.preprocess && node.preprocess.takes !== 'list' && node.preprocess.takes !== 'same') return undefined;
  switch (node.kind) {
    case 'array':
      return toControl(node).multiple || node.meta.multiple === false ? undefined : { kind: 'rows' };
    case 'object':
    case 'record':
    case 'intersection':
      return { kind: 'fields', keys: keysOf(node) };
    case 'tuple':
      return { kind: 'fields', keys: [] };
    case 'union':
      return partsOfUnion(node.options);
    default:
      return undefined;
  }
}

/** With one option that a control can hold, the field has a control. */
function partsOfUnion(options: readonly SchemaNode[]): FieldParts | undefined {
  const all = options.filter((option) => option.kind !== 'nothing').map(partsOf);
  if (all.length === 0 || all.includes(undefined)) return undefined;
  const keys = all.flatMap((parts) => (parts?.kind === 'fields' ? parts.keys : []));
  return all.some((parts) => parts?.kind === 'fields')
    ? { kind: 'fields', keys: [...new Set(keys)] }
    : { kind: 'rows' };
}
