import type { SchemaNode, Size } from './kinds.js';
import { childAt } from './node-at.js';

/** A list whose rows are edited. */
export interface List {
  /** A row. */
  readonly element: SchemaNode;
  /** The fewest and the most rows. */
  readonly size: Size;
}

/** The list that a node stands for; where options of a union each have one, what all of them allow. */
export function toList(node: SchemaNode | undefined): List | undefined {
  if (node?.kind === 'array') return node;
  if (node?.kind !== 'union') return undefined;
  const sizes = node.options.flatMap((option) => toList(option)?.size ?? []);
  const element = childAt(node, 0);
  if (!element || sizes.length < node.options.length) return undefined;
  const min = Math.min(...sizes.map((size) => size.min ?? 0));
  const max = Math.max(...sizes.map((size) => size.max ?? Infinity));
  return { element, size: { min, ...(Number.isFinite(max) && { max }) } };
}
