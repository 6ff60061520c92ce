import type { RecordNode, SchemaNode } from '../../schema/kinds.js';
import { itemEntry, type Reader } from '../context.js';
import { childrenOf, findChild, isSent } from '../entries.js';
import type { IsHeld } from './object.js';
import { absent } from './object.js';

/** A record or a map: the one place, beside lists, where names that a client chose become keys. */
export function recordReader(node: RecordNode, toReader: (node: SchemaNode) => Reader, isHeld: IsHeld): Reader {
  const isOptional = node.optional || node.nullable;
  return (entry, context) => {
    if (isOptional && !(isSent(entry) && isHeld(entry, context))) return absent(node, entry);
    const readKey = toReader(node.keys);
    const readValue = toReader(node.value);
    const map = new Map<unknown, unknown>();
    for (const key of node.required) map.set(key, readValue(entry && findChild(entry, key), context));
    for (const child of childrenOf(entry)) {
      if (!isSent(child)) continue;
      const key = child.segment;
      map.set(node.map ? readKey(itemEntry(child, key, context), context) : key, readValue(child, context));
    }
    return node.map ? map : toRecord(map);
  };
}

/** A key that was sent stays where its value holds nothing: Zod has an error or a default for it. */
function toRecord(map: ReadonlyMap<unknown, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null);
  for (const [key, value] of map) record[String(key)] = value;
  return record;
}
