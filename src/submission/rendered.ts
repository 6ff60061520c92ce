import { childrenOf, findChild, type Entry, type FormValue } from './entries.js';
import { indexEntries } from './index-entries.js';
import type { Limits } from './limits.js';
import type { RawValues } from './values.js';

/** Finds, for what was sent, what the form was rendered with under the same name. */
export function toRendered(entries: Entry, initial: RawValues): ReadonlyMap<Entry, Entry> {
  const rendered = new Map<Entry, Entry>();
  pair(rendered, entries, indexEntries(toPairs(initial), unlimited));
  return rendered;
}

/** The page made these names. */
const unlimited: Limits = { names: Infinity, files: Infinity, nameLength: Infinity, depth: Infinity, index: Infinity };

function pair(rendered: Map<Entry, Entry>, sent: Entry, initial: Entry): void {
  rendered.set(sent, initial);
  for (const child of childrenOf(sent)) {
    const counterpart = findChild(initial, child.segment);
    if (counterpart) pair(rendered, child, counterpart);
  }
}

function* toPairs(initial: RawValues): Generator<readonly [string, FormValue], void, undefined> {
  for (const [name, values] of Object.entries(initial)) for (const value of values) yield [name, value];
}
