import { toAccepts, type Accepts } from '../schema/accepts.js';
import { hasAsyncParts } from '../schema/async-parts.js';
import { readSchema } from '../schema/node.js';
import type { SchemaNode } from '../schema/kinds.js';
import { validateLater, validateNow, type ErrorMap, type Outcome, type ParseParams } from '../schema/validate.js';
import type { FormIssue } from '../shared/issue.js';
import type { Reader, ReadContext } from './context.js';
import { toEcho } from './echo.js';
import type { Entry } from './entries.js';
import { fixEntries, mergeFixed } from './fixed.js';
import { indexEntries } from './index-entries.js';
import { toFormIssues } from './issues.js';
import { withLimits, type Limits } from './limits.js';
import { placeOf, type Place } from './places.js';
import { planPlainForm, readPlainForm, type PlainForm } from './plain-form.js';
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
  /** Words issues for which the schema has no message, in the language of the page. Default: Zod's own words. */
  readonly errorMap?: ErrorMap | undefined;
  /** Names of the form's submit buttons: what a button sends wins over a field of the same name. */
  readonly submitters?: readonly string[];
}

/** A form that was read: what the schema made of it, or what is wrong with it. `values` is what to show again. */
export type Submission<T = unknown> =
  | { readonly valid: true; readonly data: T; readonly values: RawValues }
  | { readonly valid: false; readonly issues: readonly FormIssue[]; readonly values: RawValues };

/** What a schema gives out. */
export type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } } ? Output : unknown;

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
  const sent = { plan: planForm(schema), form, options };
  const plain = readPlain(sent);
  // why: Zod's output type is what its parser returns
  if (plain) return new ReadSubmission(true, plain, undefined, sent) as Submission<OutputOf<Schema>>;
  const reading = startReading(sent);
  const input = readInput(reading);
  if (input instanceof PendingTrial || reading.plan.isAsync) return finishLater<OutputOf<Schema>>(reading, input);
  if (!reading.fixed && reading.plan.accepts?.(input))
    return toSubmission(reading, input, { success: true, data: input });
  const outcome = validateNow(schema, input, reading.params);
  if (outcome) return toSubmission<OutputOf<Schema>>(reading, input, outcome);
  reading.plan.isAsync = true;
  return finishLater<OutputOf<Schema>>(reading, input);
}

/** What is worked out once for a schema. */
interface FormPlan {
  readonly schema: unknown;
  readonly root: SchemaNode;
  readonly place: Place | undefined;
  /** `undefined`: the schema takes the form itself. */
  readonly read: Reader | undefined;
  /** Tells of what was read that it is valid as it is. `undefined`: Zod has to be asked of every form. */
  readonly accepts: Accepts | undefined;
  /** How to read forms of it that are plain. `undefined`: none is, or Zod has to be asked of every one. */
  readonly plain: PlainForm | undefined;
  /** The schema is asynchronous as far as it can be seen, or turned out to be. */
  isAsync: boolean;
}

const plans = new WeakMap<object, FormPlan>();

function planForm(schema: unknown): FormPlan {
  // why: what is no object is no key either, and `readSchema` refuses it
  const known = plans.get(schema as object);
  if (known) return known;
  const root = readSchema(schema);
  const read = root.kind === 'unknown' ? undefined : toReader(root);
  const isAsync = hasAsyncParts(schema);
  const accepts = read && !isAsync ? toAccepts(schema) : undefined;
  const place = placeOf(root);
  const plain = accepts && planPlainForm(root);
  const plan = { schema, root, place, read, accepts, plain, isAsync };
  // why: as above
  plans.set(schema as object, plan);
  return plan;
}

/** What is to be read. */
interface Sent {
  readonly plan: FormPlan;
  readonly form: FormData | URLSearchParams;
  readonly options: ParseOptions;
}

/** Everything about one submission. */
interface Reading extends ReadContext, Sent {
  readonly fixed: Readonly<Record<string, unknown>> | undefined;
  readonly fixedEntries: ReadonlySet<Entry>;
  readonly params: ParseParams | undefined;
}

const UTC = 'UTC';
const nothingFixed: ReadonlySet<Entry> = new Set();

/** A plain form that is valid as it is. `undefined`: it is another one. */
function readPlain({ plan, form, options }: Sent): object | undefined {
  if (!plan.plain || options.fixed) return undefined;
  const input = readPlainForm(plan.plain, form, withLimits(options.limits), { timeZone: options.timeZone ?? UTC });
  return input && plan.accepts?.(input) ? input : undefined;
}

function startReading(sent: Sent): Reading {
  const { plan, form, options } = sent;
  const { fixed } = options;
  const limits = withLimits(options.limits);
  const entries = indexEntries(form, limits, plan.place);
  return {
    plan,
    form,
    options,
    fixed,
    fixedEntries: fixed ? fixEntries(entries, plan.root, fixed) : nothingFixed,
    params: options.errorMap && { error: options.errorMap },
    limits,
    timeZone: options.timeZone ?? UTC,
    submitters: options.submitters && new Set(options.submitters),
    entries,
    rendered: options.initial && toRendered(entries, options.initial),
    rows: undefined,
    trials: undefined,
    unions: undefined,
    items: undefined,
    missingDepth: 0,
  };
}

/** Starts over after a schema had to be asked that answers later. */
function readInput(reading: Reading): unknown {
  const { plan, form, fixed } = reading;
  if (!plan.read) return form;
  reading.rows = undefined;
  reading.unions = undefined;
  reading.missingDepth = 0;
  try {
    const input = plan.read(reading.entries, reading);
    return fixed ? mergeFixed(input, fixed) : input;
  } catch (thrown) {
    if (thrown instanceof PendingTrial) return thrown;
    throw thrown;
  }
}

async function finishLater<T>(reading: Reading, first: unknown): Promise<Submission<T>> {
  let input = first;
  while (input instanceof PendingTrial) {
    await input.settled;
    input = readInput(reading);
  }
  return toSubmission(reading, input, await validateLater(reading.plan.schema, input, reading.params));
}

function toSubmission<T>(reading: Reading, input: unknown, outcome: Outcome): Submission<T> {
  const { entries, rows } = reading;
  const submission = outcome.success
    ? new ReadSubmission(true, outcome.data, undefined, reading)
    : new ReadSubmission(
        false,
        undefined,
        toFormIssues(outcome.error.issues, { root: reading.plan.root, entries, input, rows }),
        reading,
      );
  // why: one class for both, with data or issues as `valid` says; Zod's output type is what its parser returns
  return submission as Submission<T>;
}

/**
 * Works out the values to show again when they are asked for: most submissions are valid and are not shown again. A
 * getter of a class costs nothing until then, where one of an object literal costs as much as reading a small form.
 */
class ReadSubmission {
  readonly #sent: Sent | Reading;
  #values: RawValues | undefined = undefined;

  constructor(
    readonly valid: boolean,
    readonly data: unknown,
    readonly issues: readonly FormIssue[] | undefined,
    sent: Sent | Reading,
  ) {
    this.#sent = sent;
  }

  get values(): RawValues {
    if (this.#values) return this.#values;
    const { plan, entries, fixedEntries } = 'entries' in this.#sent ? this.#sent : startReading(this.#sent);
    return (this.#values = toEcho(plan.root, entries, fixedEntries));
  }
}
