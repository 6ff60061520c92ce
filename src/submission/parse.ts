import { readSchema } from '../schema/node.js';
import type { SchemaNode } from '../schema/kinds.js';
import { validateLater, validateNow, type Outcome } from '../schema/zod.js';
import type { FormIssue } from '../shared/issue.js';
import type { ReadContext } from './context.js';
import { toEcho } from './echo.js';
import type { Entry } from './entries.js';
import { expectedNames } from './expected-names.js';
import { fixEntries, mergeFixed } from './fixed.js';
import { indexEntries } from './index-entries.js';
import { toFormIssues } from './issues.js';
import { withLimits, type Limits } from './limits.js';
import { toReader } from './reader.js';
import { toRendered } from './rendered.js';
import { PendingTrial } from './trial.js';
import type { RawValues } from './values.js';

export interface ParseOptions {
  /** Replaces single limits of the default ones. */
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
  readonly context: ReadContext;
  readonly fixed: Readonly<Record<string, unknown>> | undefined;
  readonly fixedEntries: ReadonlySet<Entry>;
}

interface Read {
  readonly input: unknown;
}

const nothingFixed: ReadonlySet<Entry> = new Set();

function startReading(schema: unknown, form: FormData | URLSearchParams, options: ParseOptions): Reading {
  const root = readSchema(schema);
  const limits = withLimits(options.limits);
  const entries = indexEntries(form, limits, expectedNames(root));
  const context: ReadContext = {
    limits,
    timeZone: options.timeZone ?? 'UTC',
    submitters: options.submitters && new Set(options.submitters),
    entries,
    rendered: options.initial && toRendered(entries, options.initial),
    rows: undefined,
    trials: undefined,
    unions: undefined,
    items: undefined,
    missingDepth: 0,
  };
  const { fixed } = options;
  const fixedEntries = fixed ? fixEntries(entries, root, fixed) : nothingFixed;
  // why: readSchema has refused anything that is no schema
  return { schema: schema as object, root, form, context, fixed, fixedEntries };
}

/** Starts over after a schema had to be asked that answers later. */
function readInput({ root, form, context, fixed }: Reading): Read | PendingTrial {
  context.rows = undefined;
  context.unions = undefined;
  context.missingDepth = 0;
  try {
    const input = root.kind === 'unknown' ? form : toReader(root)(context.entries, context);
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

function toSubmission<T>(reading: Reading, input: unknown, outcome: Outcome): Submission<T> {
  const { root, context } = reading;
  // why: Zod's output type of the schema is what its parser returns
  if (outcome.success) return new ValidSubmission(outcome.data as T, reading);
  const { entries, rows } = context;
  return new InvalidSubmission(toFormIssues(outcome.issues, { root, entries, input, rows }), reading);
}

/**
 * Works out the values to show again when they are asked for: most submissions are valid and are not shown again. A
 * getter of a class costs nothing until then, where one of an object literal costs as much as reading a small form.
 */
abstract class LazyValues {
  readonly #reading: Reading;
  #values: RawValues | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get values(): RawValues {
    const { root, context, fixedEntries } = this.#reading;
    return (this.#values ??= toEcho(root, context.entries, fixedEntries));
  }
}

class ValidSubmission<T> extends LazyValues {
  readonly valid = true;
  constructor(
    readonly data: T,
    reading: Reading,
  ) {
    super(reading);
  }
}

class InvalidSubmission extends LazyValues {
  readonly valid = false;
  constructor(
    readonly issues: readonly FormIssue[],
    reading: Reading,
  ) {
    super(reading);
  }
}
