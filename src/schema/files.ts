import type { SchemaNode } from './kinds.js';
import { MAX_WALK } from './node-at.js';

/** Whether a form for this schema has to be `multipart/form-data`. */
export function hasFiles(root: SchemaNode): boolean {
  let found = known.get(root);
  if (found === undefined) {
    found = holdsFile(root, new Set(), 0);
    known.set(root, found);
  }
  return found;
}

const known = new WeakMap<SchemaNode, boolean>();

function holdsFile(node: SchemaNode, seen: Set<SchemaNode>, depth: number): boolean {
  if (seen.has(node) || depth > MAX_WALK) return false;
  seen.add(node);
  if (node.kind === 'file' || node.meta.type === 'file') return true;
  return childrenOf(node).some((child) => holdsFile(child, seen, depth + 1));
}

function childrenOf(node: SchemaNode): readonly SchemaNode[] {
  switch (node.kind) {
    case 'object':
      return [...node.fields.values(), ...(typeof node.others === 'object' ? [node.others] : [])];
    case 'array':
      return [node.element];
    case 'tuple':
      return node.rest ? [...node.items, node.rest] : node.items;
    case 'record':
      return [node.value];
    case 'union':
      return node.options;
    case 'intersection':
      return node.sides;
    default:
      return [];
  }
}
