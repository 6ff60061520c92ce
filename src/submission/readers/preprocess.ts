import type { Preprocess, SchemaNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';
import { countFaults } from '../trial.js';
import { blankValue, missingValue, rawValue } from './scalar.js';

/**
 * A schema with an author's function before it. What the function takes cannot be known: it is given what was sent, and
 * if the schema refuses that, what the schema itself would read.
 */
export function preprocessReader(node: SchemaNode, preprocess: Preprocess, read: Reader): Reader {
  if (preprocess.takes === 'list' || node.kind === 'file') return read;
  const missing = missingValue(preprocess, undefined);
  const isOptional = preprocess.optional || preprocess.nullable;
  return (entry, context) => {
    const raw = rawValue(entry, context);
    const isKnown = preprocess.takes === 'raw';
    if (raw === undefined && (isKnown || isOptional) && !(entry?.firstChild && !isKnown)) return missing;
    if (raw === '' && isOptional) return blankValue(preprocess, undefined);
    if (isKnown) return typeof raw === 'string' && node.kind === 'number' ? raw.trim() : raw;
    if (entry === undefined || raw === undefined) return read(entry, context);
    return countFaults(preprocess.schema, preprocess, raw, entry, context) === 0 ? raw : read(entry, context);
  };
}
