import type { SchemaNode } from '../schema/kinds.js';
import { childAt } from '../schema/node-at.js';
import { appendPath, isIndex, splitName } from '../shared/path.js';
import type { RawValues } from './values.js';

/**
 * Values to show again, with every row that something was sent of: of a row that has only secrets, or files, nothing can
 * be shown, but it is a row.
 */
export function withSentRows(root: SchemaNode, form: FormData, values: RawValues): RawValues {
  if (isFlat(root)) return values;
  const shown: Record<string, readonly string[]> = Object.assign(Object.create(null), values);
  for (const sent of new Set(form.keys())) {
    let node: SchemaNode | undefined = root;
    let name = '';
    for (const segment of splitName(sent) ?? []) {
      const isRow: boolean = node.kind === 'array' && isIndex(segment);
      const step: string | number = isRow ? Number(segment) : segment;
      node = childAt(node, step);
      if (node === undefined) break;
      name = appendPath(name, step);
      if (isRow) shown[name] ??= [];
    }
  }
  return shown;
}

/** Whether each field of a form is one value, so that nothing in it has rows. */
function isFlat(root: SchemaNode): boolean {
  let isKnown = flat.get(root);
  if (isKnown === undefined) {
    isKnown = root.kind === 'object' && typeof root.others === 'string' && [...root.fields.values()].every(isSingle);
    flat.set(root, isKnown);
  }
  return isKnown;
}

const flat = new WeakMap<SchemaNode, boolean>();

const single: ReadonlySet<SchemaNode['kind']> = new Set(['string', 'number', 'bigint', 'boolean', 'date', 'choice']);

function isSingle({ kind }: SchemaNode): boolean {
  return single.has(kind);
}
