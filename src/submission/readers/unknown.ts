import type { NothingNode, UnknownNode } from '../../schema/kinds.js';
import type { Reader } from '../context.js';
import { blankValue, missingValue, rawValue } from './scalar.js';

/** `any`, `unknown`, `custom`: what was sent, as it was sent; a list when it was sent more than once. */
export function unknownReader(node: UnknownNode): Reader {
  const missing = missingValue(node, undefined);
  const blank = blankValue(node, '');
  return (entry, context) => {
    const raw = rawValue(entry, context);
    if (raw === undefined) return missing;
    return raw === '' ? blank : raw;
  };
}

/** `null`, `undefined`: what is left of an empty field. Anything that was filled in is given to Zod, which refuses it. */
export function nothingReader(node: NothingNode): Reader {
  return (entry, context) => {
    const raw = rawValue(entry, context);
    return raw === undefined || raw === '' ? node.value : raw;
  };
}
