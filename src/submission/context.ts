import type { UnionNode } from '../schema/kinds.js';
import { createEntry, type Entry, type FormValue } from './entries.js';
import type { Limits } from './limits.js';

/** What reading one text may depend on. */
export interface TextContext {
  /** IANA name of the zone in which dates without an offset are meant. */
  readonly timeZone: string;
}

/** What reading one submission keeps. */
export interface ReadContext extends TextContext {
  readonly limits: Limits;
  /** Names of submit buttons: what such a button sends wins over a field of the same name. */
  readonly submitters: ReadonlySet<string> | undefined;
  /** The form as a whole. */
  readonly entries: Entry;
  /** What the form was rendered with, by the entries of what was sent. */
  readonly rendered: ReadonlyMap<Entry, Entry> | undefined;
  /** The row numbers as submitted, of every list in the input whose rows are numbered otherwise. */
  rows: Map<object, readonly number[]> | undefined;
  /** What schemas said that were tried. */
  trials: Trials | undefined;
  /** What unions made of entries. */
  unions: Map<UnionNode, Map<Entry, unknown>> | undefined;
  /** Entries of single values of repeated names. */
  items: Map<Entry, Map<FormValue, Entry>> | undefined;
  /** Levels of objects that were not sent at all. */
  missingDepth: number;
}

/** How many faults a schema found in what was read from a part of the form, by that part and by who asked. */
type Trials = Map<Entry, Map<object, number>>;

/** Makes the schema's input out of what was sent. Not one of Zod's values: what comes out is validated afterwards. */
export interface Reader {
  (entry: Entry | undefined, context: ReadContext): unknown;
  /** Reads one text that was sent once, and is not empty. Readers of scalars have it. */
  readonly fromText?: (text: string, context: TextContext) => unknown;
  /** What an empty text becomes. */
  readonly blank?: unknown;
  /** What becomes of one that was not sent. */
  readonly missing?: unknown;
}

/** The entry of one of several values of a name; always the same one for the same value. */
export function itemEntry(list: Entry, value: FormValue, context: ReadContext): Entry {
  context.items ??= new Map();
  let items = context.items.get(list);
  if (!items) context.items.set(list, (items = new Map()));
  let item = items.get(value);
  if (!item) {
    item = createEntry('');
    item.value = value;
    items.set(value, item);
  }
  return item;
}
