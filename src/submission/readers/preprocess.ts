import type { Preprocess, SchemaNode } from '../../schema/kinds.js';
import type { Reader, ReadContext } from '../context.js';
import { hasChildren, type Entry, type FormValue } from '../entries.js';
import { countFaults } from '../trial.js';
import { blankValue, missingValue, rawValue, UNREADABLE } from './scalar.js';
import { toLineFeeds } from './text.js';

/**
 * A schema with an author's function before it. What the function takes cannot be known: it is given what was sent, and
 * if the schema refuses that, what the schema itself would read.
 */
export function preprocessReader(node: SchemaNode, preprocess: Preprocess, read: Reader): Reader {
  if (preprocess.takes === 'list' || preprocess.takes === 'same' || node.kind === 'file') return read;
  const nothing = ofNothing(node);
  const missing = missingValue(preprocess, nothing);
  const isOptional = preprocess.optional || preprocess.nullable;
  const isKnown = preprocess.takes === 'raw';
  return (entry, context) => {
    const raw = sentValue(node, entry, context);
    if (raw === undefined && (isKnown || isOptional) && !(entry && hasChildren(entry) && !isKnown)) return missing;
    if (raw === '' && isOptional) return blankValue(preprocess, undefined);
    if (raw === '' && nothing !== undefined && preprocess.stripsEmpty) return nothing;
    if (isKnown) return isUnreadable(node, raw, read(entry, context)) ? read(entry, context) : raw;
    if (entry === undefined || raw === undefined) return read(entry, context);
    return countFaults(preprocess.schema, preprocess, raw, entry, context) === 0 ? raw : read(entry, context);
  };
}

/** Zod's coercion would make the text "undefined" of a field that is not there. */
function ofNothing(node: SchemaNode): unknown {
  return node.kind === 'string' && node.coerce && !node.optional && !node.nullable ? UNREADABLE : undefined;
}

/** What was sent, without what no kind tells apart: blanks around a number, and how lines end. */
function sentValue(
  node: SchemaNode,
  entry: Entry | undefined,
  context: ReadContext,
): FormValue | readonly FormValue[] | undefined {
  const raw = rawValue(entry, context);
  if (typeof raw !== 'string') return raw;
  if (node.kind === 'number') return raw.trim();
  return node.kind === 'string' ? toLineFeeds(raw) : raw;
}

/** A text that a schema with Zod's coercion would make something of, though it is no number or date. */
function isUnreadable(node: SchemaNode, raw: unknown, read: unknown): boolean {
  const coerces = (node.kind === 'number' || node.kind === 'bigint' || node.kind === 'date') && node.coerce;
  return coerces && raw !== '' && raw !== undefined && Number.isNaN(Number(read));
}
