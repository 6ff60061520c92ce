import type { Entry } from './entries.js';
import type { Limits } from './limits.js';

/** What reading one submission keeps. */
export interface ReadContext {
  readonly limits: Limits;
  /** IANA name of the zone in which dates without an offset are meant. */
  readonly timeZone: string;
  /** Names of submit buttons: what such a button sends wins over a field of the same name. */
  readonly submitters: ReadonlySet<string>;
  /** What the form was rendered with, indexed like the form. */
  readonly initial: Entry | undefined;
  /** The row numbers as submitted, of every list in the input whose rows are numbered otherwise. */
  readonly rows: Map<object, readonly number[]>;
  /** What schemas said that were tried. */
  readonly trials: Trials;
  /** Levels of objects that were not sent at all. */
  missingDepth: number;
}

/** How many faults a schema found in what was read from a part of the form, by that part and by who asked. */
export type Trials = Map<Entry, Map<object, number>>;

/** Makes the schema's input out of what was sent. Not one of Zod's values: what comes out is validated afterwards. */
export type Reader = (entry: Entry | undefined, context: ReadContext) => unknown;
