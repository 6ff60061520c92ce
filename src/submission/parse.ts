import { readSchema } from '../schema/node.js';
import type { SchemaNode } from '../schema/kinds.js';
import { validateLater, validateNow, type Outcome } from '../schema/zod.js';
import type { FormIssue } from '../shared/issue.js';
import type { ReadContext, Trials } from './context.js';
import { toEcho } from './echo.js';
import { indexEntries, type Entry, type FormValue } from './entries.js';
import { fixEntries, mergeFixed } from './fixed.js';
import { toFormIssues } from './issues.js';
import { defaultLimits, type Limits } from './limits.js';
import { toReader } from './reader.js';
import { PendingTrial } from './trial.js';
import type { RawValues } from './values.js';

export interface ParseOptions {
  /** Replaces single limits of {@link defaultLimits}. */
  readonly limits?: Partial<Limits>;
  /** IANA zone in which a date-time without an offset is meant. Default: `UTC`. */
  readonly timeZone?: string;
  /** Input that the page fixes: merged into what was read before Zod sees it. Wins over the form. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** What the form was rendered with. Options in it that are sent unchanged do not bring an optional object into being. */
  readonly initial?: RawValues;
  /** Names of the form's submit buttons: what a button sends wins over a field of the same name. */
  readonly submitters?: readonly string[];
}

/** A form that was read: what the schema made of it, or what is wrong with it. `values` is what to show again. */
export type Submission<T = unknown> =
  | { readonly valid: true; readonly data: T; readonly values: RawValues }
  | { readonly valid: false; readonly issues: readonly FormIssue[]; readonly values: RawValues };

/** What a schema gives out. */
export type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } } ? Output : unknown;

/** Schemas that turned out to be asynchronous. */
const asynchronous = new WeakSet<object>();

/**
 * Reads a form by a schema. The answer is there at once, unless the schema has asynchronous parts; which ones have is
 * remembered.
 *
 * @throws {SubmissionLimitError} if the form is past a limit.
 * @throws {SchemaError} if the schema is none that a form can fill.
 */
export function parseSubmission<Schema>(
  schema: Schema,
  form: FormData | URLSearchParams,
  options: ParseOptions = {},
): Submission<OutputOf<Schema>> | Promise<Submission<OutputOf<Schema>>> {
  const reading = startReading(schema, form, options);
  const read = readInput(reading);
  if (read instanceof PendingTrial || asynchronous.has(reading.schema))
    return finishLater<OutputOf<Schema>>(reading, read);
  const outcome = validateNow(schema, read.input);
  if (outcome) return toSubmission<OutputOf<Schema>>(reading, read.input, outcome);
  asynchronous.add(reading.schema);
  return finishLater<OutputOf<Schema>>(reading, read);
}

interface Reading {
  readonly schema: object;
  readonly root: SchemaNode;
  readonly form: FormData | URLSearchParams;
  readonly entries: Entry;
  readonly context: ReadContext;
  readonly fixed: Readonly<Record<string, unknown>> | undefined;
}

interface Read {
  readonly input: unknown;
}

const nothingSubmits: ReadonlySet<string> = new Set();

function startReading(schema: unknown, form: FormData | URLSearchParams, options: ParseOptions): Reading {
  const root = readSchema(schema);
  const limits = options.limits ? { ...defaultLimits, ...options.limits } : defaultLimits;
  const entries = indexEntries(form, limits);
  if (options.fixed) fixEntries(entries, root, options.fixed);
  const trials: Trials = new Map();
  const context: ReadContext = {
    limits,
    timeZone: options.timeZone ?? 'UTC',
    submitters: options.submitters ? new Set(options.submitters) : nothingSubmits,
    initial: options.initial && indexInitial(options.initial),
    rows: new Map(),
    trials,
    missingDepth: 0,
  };
  // readSchema has refused anything that is no schema
  return { schema: schema as object, root, form, entries, context, fixed: options.fixed };
}

/** Starts over after a schema had to be asked that answers later. */
function readInput({ root, form, entries, context, fixed }: Reading): Read | PendingTrial {
  context.rows.clear();
  context.missingDepth = 0;
  try {
    const input = root.kind === 'unknown' ? form : toReader(root)(entries, context);
    return { input: fixed && input !== form ? mergeFixed(input, fixed) : input };
  } catch (thrown) {
    if (thrown instanceof PendingTrial) return thrown;
    throw thrown;
  }
}

async function finishLater<T>(reading: Reading, first: Read | PendingTrial): Promise<Submission<T>> {
  let read = first;
  while (read instanceof PendingTrial) {
    await read.settled;
    read = readInput(reading);
  }
  return toSubmission(reading, read.input, await validateLater(reading.schema, read.input));
}

function toSubmission<T>({ root, entries, context }: Reading, input: unknown, outcome: Outcome): Submission<T> {
  const values = lazyEcho(root, entries);
  // Zod's output type of the schema is what its parser returns
  if (outcome.success)
    return Object.defineProperty(
      { valid: true, data: outcome.data as T, values: empty },
      'values',
      values,
    ) as Submission<T>;
  const issues = toFormIssues(outcome.issues, { root, entries, input, rows: context.rows });
  return Object.defineProperty({ valid: false, issues, values: empty }, 'values', values);
}

const empty: RawValues = Object.freeze(Object.create(null));

/** Most submissions are valid, and most of those are never shown again. */
function lazyEcho(root: SchemaNode, entries: Entry): PropertyDescriptor {
  let echo: RawValues | undefined;
  return { enumerable: true, configurable: true, get: () => (echo ??= toEcho(root, entries)) };
}

function indexInitial(initial: RawValues): Entry {
  const pairs = Object.entries(initial).flatMap(([name, values]) =>
    values.map((value): readonly [string, FormValue] => [name, value]),
  );
  const unlimited: Limits = {
    names: Infinity,
    files: Infinity,
    nameLength: Infinity,
    depth: Infinity,
    index: Infinity,
  };
  return indexEntries(pairs, unlimited);
}
