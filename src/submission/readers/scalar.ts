import type { NodeTraits } from '../../schema/kinds.js';
import type { Reader, ReadContext, TextContext } from '../context.js';
import { lastValueOf, valuesOf, type Entry, type FormValue } from '../entries.js';

/** How one kind of scalar reads what was sent. */
export interface ScalarRules {
  /** Makes a value of a text that is not empty. A text that it cannot read is given to Zod. */
  readonly fromText: (text: string, context: TextContext) => unknown;
  /** A required field that was not sent. Default: `undefined`. */
  readonly missing?: unknown;
  /** A required field that was sent empty. Default: `undefined`. */
  readonly blank?: unknown;
  /** `''` is a value like any other, also of an optional field. */
  readonly blankIsValue?: boolean;
  /** Of several values the last one counts, as for a box with a hidden field before it. */
  readonly lastCounts?: boolean;
  /** What a file, or several values, becomes for a schema that would coerce anything. Default: given to Zod as it is. */
  readonly refused?: unknown;
}

/** Zod's coercion throws on it and reports a wrong type, where it would make a value out of anything else. */
export const UNREADABLE: unknown = Object.freeze(Object.create(null));

/** A reader of one value. */
export function scalarReader(node: NodeTraits, rules: ScalarRules): Reader {
  const missing = missingValue(node, rules.missing);
  const blank = rules.blankIsValue ? rules.blank : blankValue(node, rules.blank);
  const { fromText, refused, lastCounts = false } = rules;
  const read = (entry: Entry | undefined, context: ReadContext) => {
    if (entry === undefined || entry.value === undefined) return missing;
    let { value } = entry;
    if (entry.more !== undefined) {
      if (!lastCounts && !isSubmitter(entry, context)) return refused ?? valuesOf(entry);
      value = entry.more[entry.more.length - 1]!;
    }
    if (typeof value !== 'string') return refused ?? value;
    return value === '' ? blank : fromText(value, context);
  };
  return Object.assign(read, { fromText, blank, missing });
}

/** What a field that was not sent becomes. */
export function missingValue(node: Pick<NodeTraits, 'optional' | 'nullable'>, ofRequired: unknown): unknown {
  if (node.optional) return undefined;
  return node.nullable ? null : ofRequired;
}

/** What a field that was sent empty becomes. `null` says that it was cleared. */
export function blankValue(node: Pick<NodeTraits, 'optional' | 'nullable'>, ofRequired: unknown): unknown {
  if (node.nullable) return null;
  return node.optional ? undefined : ofRequired;
}

/** The one value that counts, or all where there should be one. */
export function rawValue(entry: Entry | undefined, context: ReadContext): FormValue | readonly FormValue[] | undefined {
  if (entry?.more === undefined || isSubmitter(entry, context)) return lastValueOf(entry);
  return valuesOf(entry);
}

function isSubmitter(entry: Entry, { submitters }: ReadContext): boolean {
  return submitters !== undefined && entry.name !== undefined && submitters.has(entry.name);
}
