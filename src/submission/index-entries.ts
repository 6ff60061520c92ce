import { RESERVED_FIELDS } from '../shared/wire.js';
import { addNamed, createEntry, obtainChild, type Entry, type FormValue } from './entries.js';
import { SubmissionLimitError, type Limits } from './limits.js';
import { createLocator, moveTo, putExpected, putInNextRow } from './locator.js';
import type { Place } from './places.js';

/** Names that belong to the toolkit and to Astro. */
const notInput: ReadonlySet<string> = new Set([...RESERVED_FIELDS, '_astroAction']);

/**
 * Indexes a form by the segments of its names, once and in one pass. All spellings of a name meet in one entry.
 * `place` is what the schema expects: names of it are not taken apart.
 *
 * @throws {SubmissionLimitError} at the first name that is past a limit.
 */
export function indexEntries(form: Iterable<readonly [string, FormValue]>, limits: Limits, place?: Place): Entry {
  const root = createEntry('', place?.outline, place);
  const locator = createLocator(root, limits.depth);
  const { names: maxNames, nameLength } = limits;
  let names = 0;
  let files = 0;
  for (const pair of form) {
    const name = pair[0];
    const value = pair[1];
    if (isToolkitField(name)) continue;
    if ((names += 1) > maxNames) throw new SubmissionLimitError('names', maxNames);
    if (name.length > nameLength) throw new SubmissionLimitError('nameLength', nameLength);
    const sent = typeof value === 'string' || !isUntouched(value) ? value : undefined;
    if (typeof sent === 'object' && (files += 1) > limits.files) throw new SubmissionLimitError('files', limits.files);
    if (putExpected(locator, name, sent) || putInNextRow(locator, name, sent)) continue;
    const segment = moveTo(locator, name);
    if (!putExpected(locator, name, sent)) addNamed(obtainChild(locator.parent, segment), name, sent);
  }
  return root;
}

const UNDERSCORE = 0x5f;

/** Whether a name is no field of the form's author. */
export function isToolkitField(name: string): boolean {
  return name.charCodeAt(0) === UNDERSCORE && notInput.has(name);
}

/** What a browser sends for a file control that nobody touched. */
export function isUntouched(file: File): boolean {
  return file.size === 0 && file.name === '';
}
