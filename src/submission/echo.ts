import type { SchemaNode } from '../schema/kinds.js';
import { childAt } from '../schema/node-at.js';
import { isSecret } from '../schema/secret.js';
import { appendPath, isIndex } from '../shared/path.js';
import { childEntry, valuesOf, type Entry } from './entries.js';
import { outlineOf, type ObjectOutline } from './outline.js';
import type { RawValues } from './values.js';

interface Draft {
  readonly echo: Record<string, readonly string[]>;
  readonly fixed: ReadonlySet<Entry>;
}

/** What was sent, as the form shows it again: names that the schema knows, without secrets, files and what the page fixed. */
export function toEcho(root: SchemaNode, entries: Entry, fixed: ReadonlySet<Entry>): RawValues {
  // of an object that has no prototype from the start V8 makes a hash table, which takes twice the time
  const draft: Draft = { echo: Object.setPrototypeOf({}, null), fixed };
  writeEcho(draft, root, '', entries);
  return draft.echo;
}

function writeEcho(draft: Draft, node: SchemaNode, name: string, entry: Entry): void {
  if (isSecret(node) || draft.fixed.has(entry)) return;
  if (entry.value !== undefined && name !== '') {
    const texts = valuesOf(entry).filter((value) => typeof value === 'string');
    if (texts.length > 0) draft.echo[name] = texts;
  }
  if (entry.slots && entry.outline?.kind === 'object') writeSlots(draft, entry, entry.slots, entry.outline, name);
  if (entry.firstChild) writeChildren(draft, node, name, entry);
}

/** What the schema expects. A text that is there as it is comes from the person, not from the page. */
function writeSlots(
  draft: Draft,
  { place }: Entry,
  slots: NonNullable<Entry['slots']>,
  outline: ObjectOutline,
  name: string,
): void {
  const names = place?.kind === 'object' && place.prefix === name ? place.names : undefined;
  for (let position = 0; position < slots.length; position += 1) {
    const sent = slots[position];
    if (sent === undefined) continue;
    const node = outline.nodes[position]!;
    const below = names?.[position] ?? appendPath(name, outline.keys[position]!);
    if (typeof sent !== 'string') writeEcho(draft, node, below, sent);
    else if (!isSecret(node)) draft.echo[below] = [sent];
  }
}

function writeChildren(draft: Draft, node: SchemaNode, name: string, entry: Entry): void {
  const hasRows = isList(node);
  for (let child: Entry | undefined = entry.firstChild; child; child = child.next) {
    const step = hasRows && isIndex(child.segment) ? Number(child.segment) : child.segment;
    const below = childAt(node, step);
    if (below) writeEcho(draft, below, appendPath(name, step), child);
  }
  if (node.kind === 'object' && !outlineOf(node).isAllPlain) writeDottedKeys(draft, node.fields, name, entry);
}

/** Fields whose keys hold a dot or a bracket are found under another path than their key. */
function writeDottedKeys(draft: Draft, fields: ReadonlyMap<string, SchemaNode>, name: string, entry: Entry): void {
  for (const [key, field] of fields) {
    if (!key.includes('.') && !key.includes('[')) continue;
    const child = childEntry(entry, key);
    if (child && child.segment !== key) writeEcho(draft, field, appendPath(name, key), child);
  }
}

function isList(node: SchemaNode): boolean {
  if (node.kind === 'union') return node.options.some(isList);
  if (node.kind === 'intersection') return node.sides.some(isList);
  return node.kind === 'array' || node.kind === 'tuple';
}
