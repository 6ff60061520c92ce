import type { SchemaNode } from '../schema/kinds.js';
import { childAt } from '../schema/node-at.js';
import { isSecret } from '../schema/secret.js';
import { appendPath, isIndex } from '../shared/path.js';
import { childEntry, type Entry } from './entries.js';
import type { RawValues } from './values.js';

/** What was sent, as the form shows it again: names that the schema knows, without secrets, files and what the page fixed. */
export function toEcho(root: SchemaNode, entries: Entry): RawValues {
  const echo: Record<string, readonly string[]> = Object.create(null);
  writeEcho(echo, root, '', entries);
  return echo;
}

function writeEcho(echo: Record<string, readonly string[]>, node: SchemaNode, name: string, entry: Entry): void {
  if (isSecret(node) || entry.isFixed) return;
  const texts = entry.values?.filter((value) => typeof value === 'string');
  if (texts && texts.length > 0 && name !== '') echo[name] = texts;
  const children = entry.children;
  if (!children) return;
  for (const [segment, child] of children) {
    const step = isList(node) && isIndex(segment) ? Number(segment) : segment;
    const below = childAt(node, step);
    if (below) writeEcho(echo, below, appendPath(name, step), child);
  }
  if (node.kind === 'object') writeDottedKeys(echo, node.fields, name, entry);
}

/** Fields whose keys hold a dot or a bracket are found under another path than their key. */
function writeDottedKeys(
  echo: Record<string, readonly string[]>,
  fields: ReadonlyMap<string, SchemaNode>,
  name: string,
  entry: Entry,
): void {
  for (const [key, field] of fields) {
    if (!/[.[]/.test(key)) continue;
    const child = childEntry(entry, key);
    if (child && child.segment !== key) writeEcho(echo, field, appendPath(name, key), child);
  }
}

function isList(node: SchemaNode): boolean {
  if (node.kind === 'union') return node.options.some(isList);
  if (node.kind === 'intersection') return node.sides.some(isList);
  return node.kind === 'array' || node.kind === 'tuple';
}
