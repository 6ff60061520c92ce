import { nodeAt, type SchemaNode } from '../../schema/node.js';
import { parsePath, type FieldPath } from '../../shared/path.js';
import type { RawValues } from '../../submission/values.js';

/**
 * What a page has chosen beforehand in parts of a form that may be left out: options and boxes below an optional object. The
 * form sends them of itself, so they do not say that a person has filled in that part. `undefined`: nothing of the kind.
 */
export function preselected(root: SchemaNode, values: RawValues): RawValues | undefined {
  const chosen = Object.entries(values).filter(([name]) => isChoiceThatMayBeLeftOut(root, parsePath(name)));
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

function isChoiceThatMayBeLeftOut(root: SchemaNode, path: FieldPath): boolean {
  const node = nodeAt(root, path);
  if (node?.kind !== 'choice' && node?.kind !== 'boolean') return false;
  return path.some((_, depth) => mayBeLeftOut(nodeAt(root, path.slice(0, depth))));
}

function mayBeLeftOut(above: SchemaNode | undefined): boolean {
  return above !== undefined && (above.optional || above.nullable);
}
