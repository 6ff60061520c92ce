import { appendPath, type FieldPath, type PathSegment } from '../shared/path.js';
import type { SchemaNode } from './kinds.js';
import { isJsonText } from './json-text.js';
import { childAt, keysOf, MAX_WALK } from './node-at.js';

/** Sorts what belongs to fields by the order in which the schema declares them, rows by their number; unknown names come last. */
export function sortByField<T>(root: SchemaNode, all: readonly T[], pathOf: (one: T) => FieldPath): T[] {
  const ranked = all.map((one) => ({ one, ranks: ranksOf(root, pathOf(one)) }));
  return ranked.toSorted((a, b) => compare(a.ranks, b.ranks)).map(({ one }) => one);
}

/**
 * The names that a form for this schema can have, in its order; one row stands for all of a list. Of a schema that
 * refers to itself they go one round.
 */
export function leafNames(root: SchemaNode): string[] {
  const names: string[] = [];
  collectLeaves(root, '', new Set(), names);
  return [...new Set(names)];
}

function collectLeaves(node: SchemaNode, name: string, above: ReadonlySet<SchemaNode>, names: string[]): void {
  const inner = new Set(above).add(node);
  const below = above.has(node) || above.size > MAX_WALK ? [] : stepsBelow(node);
  for (const segment of below) {
    const child = childAt(node, segment);
    if (child) collectLeaves(child, appendPath(name, segment), inner, names);
  }
  if (below.length === 0 && name !== '') names.push(name);
}

function stepsBelow(node: SchemaNode): readonly (string | number)[] {
  if (isJsonText(node)) return [];
  if (node.kind === 'array') return hasKeys(node.element) ? [0] : [];
  if (node.kind === 'tuple') return node.items.map((_, index) => index);
  return keysOf(node);
}

function hasKeys(node: SchemaNode): boolean {
  return keysOf(node).length > 0;
}

function ranksOf(root: SchemaNode, path: FieldPath): number[] {
  const ranks: number[] = [];
  let node: SchemaNode | undefined = root;
  for (const segment of path) {
    if (!node) break;
    ranks.push(rankBelow(node, segment));
    node = childAt(node, segment);
  }
  return ranks;
}

function rankBelow(node: SchemaNode, segment: PathSegment): number {
  if (node.kind === 'array' || node.kind === 'tuple') return Number(String(segment));
  const rank = keysOf(node).indexOf(String(segment));
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
