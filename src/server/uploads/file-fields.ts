import { toControl } from '../../schema/control.js';
import type { SchemaNode } from '../../schema/node.js';
import { childAt } from '../../schema/node-at.js';
import { appendPath, formatPath, isIndex, splitName, type FieldPath, type PathSegment } from '../../shared/path.js';

/** A field that takes files, as a name that was sent leads to it. */
export interface FileField {
  /** Canonical name. */
  readonly name: string;
  readonly path: FieldPath;
  /** Whether it takes several. */
  readonly isMultiple: boolean;
}

/** The field of a name in any spelling, if a file is due there. */
export function fileFieldOf(root: SchemaNode, sent: string): FileField | undefined {
  const segments = splitName(sent) ?? [];
  const path: PathSegment[] = [];
  let node: SchemaNode | undefined = root;
  for (const segment of segments.at(-1) === '' ? segments.slice(0, -1) : segments) {
    const step: PathSegment = hasRows(node) && isIndex(segment) ? Number(segment) : segment;
    node = childAt(node, step);
    if (node === undefined) return undefined;
    path.push(step);
  }
  const control = toControl(node);
  if (path.length === 0 || control.type !== 'file') return undefined;
  return { name: path.reduce<string>(appendPath, ''), path, isMultiple: hasRows(node) };
}

/** The same for every row: what is kept in one may be moved to another. */
export function fieldPattern({ path }: Pick<FileField, 'path'>): string {
  return formatPath(path.map((segment) => (typeof segment === 'number' ? '*' : segment)));
}

function hasRows(node: SchemaNode): boolean {
  if (node.kind === 'union') return node.options.some(hasRows);
  if (node.kind === 'intersection') return node.sides.some(hasRows);
  return node.kind === 'array' || node.kind === 'tuple';
}
