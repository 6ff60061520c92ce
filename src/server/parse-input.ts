import * as z from 'zod/v4/core';
import type { FormIssue } from '../shared/issue.js';
import { nodeAt, readSchema } from '../schema/node.js';
import { formatPath } from '../shared/path.js';
import { INTENT_FIELD } from '../shared/wire.js';
import { indexEntries } from '../submission/index-entries.js';
import { SubmissionLimitError, type Limits } from '../submission/limits.js';
import { parseSubmission, type ParseOptions, type Submission } from '../submission/parse.js';
import { readValues } from '../submission/read-values.js';
import { withSentRows } from '../submission/sent-rows.js';
import { unsentBoxes } from '../submission/unsent-boxes.js';
import type { RawValues } from '../submission/values.js';
import type { Schema } from './action-definition.js';
import { ActionError, inputError } from './action-error.js';
import { limitText } from './limit-text.js';
import { limitsOf } from './limits-of.js';
import { createNotes } from './notes.js';
import { programError } from './program-error.js';
import { readRecord, type FormRecord } from './record.js';
import { runtime } from './runtime.js';
import { errorMap, messages, speakAs } from './locale.js';
import { withFiles, type FormWithFiles } from './uploads/posted-files.js';

const submitted = createNotes<FormData, { readonly schema: Schema; readonly submission: Submission }>('submission');

/** Parses a posted form. Throws an `ActionError` for all that is wrong with it. */
export async function parseFormInput(
  schema: Schema | undefined,
  form: unknown,
  limits?: Partial<Limits>,
): Promise<unknown> {
  if (!(form instanceof FormData)) {
    throw programError('UNSUPPORTED_MEDIA_TYPE', 'This action only accepts FormData.');
  }
  // The button asked for an edit, which pages do: the handler must not run for it.
  if (form.has(INTENT_FIELD)) throw editedByPage();
  const read = readRecord(form);
  if (read.status === 'intact') speakAs(read.record.locale);
  if (read.status === 'broken') throw new ActionError({ code: 'BAD_REQUEST', message: messages().stale });
  if (schema === undefined) {
    await limited(() => void indexEntries(form, limitsOf(limits)));
    return form;
  }

  const record = read.status === 'intact' ? read.record : undefined;
  const files = await withFiles(form, readSchema(schema));
  const submission = await limited(() => parseSubmission(schema, files.form, toParseOptions(schema, record, limits)));
  submitted.set(form, { schema, submission });
  if (runtime().options.dev) warnOfPlainBoxes(unsentBoxes(readSchema(schema), submission.values));
  const issues = withLost(submission, files);
  if (submission.valid && issues.length === 0) return submission.data;
  throw inputError(issues);
}

/** What is wrong with a form, and with its files: of one that is gone, the schema would say that it was not chosen. */
function withLost(submission: Submission, { lost }: FormWithFiles): readonly FormIssue[] {
  const issues = submission.valid ? [] : submission.issues;
  if (lost.length === 0) return issues;
  const names = new Set(lost.map(({ path }) => formatPath(path)));
  return [...issues.filter(({ path }) => !names.has(formatPath(path))), ...lost];
}

/** What is said where an edit was asked of somebody who shows no page. */
export function editedByPage(): ActionError {
  return programError('BAD_REQUEST', 'A form is edited by its page, and not by its action.');
}

/** What a form that was parsed showed; undefined for anything else. */
export function submittedValues(input: unknown): RawValues | undefined {
  return input instanceof FormData ? submitted.get(input)?.submission.values : undefined;
}

/** A posted form, and what is known of it. */
export interface ReadForm {
  readonly form: FormData;
  readonly record: FormRecord | undefined;
  readonly limits: Partial<Limits> | undefined;
}

/** What is wrong with a posted form, as far as its limits let it be read. */
export async function submittedIssues(
  schema: Schema,
  form: FormData,
  { record, limits }: Pick<ReadForm, 'record' | 'limits'>,
): Promise<readonly FormIssue[]> {
  const files = await withFiles(form, readSchema(schema));
  const submission = await limited(() => parseSubmission(schema, files.form, toParseOptions(schema, record, limits)));
  return withLost(submission, files);
}

/**
 * What a form shows that is edited before it is sent: read by a schema, and nothing is validated for it.
 *
 * @throws ActionError for a form that is past a limit.
 */
export function editedValues(
  schema: Schema,
  form: FormData,
  { record, limits }: Pick<ReadForm, 'record' | 'limits'>,
): Promise<RawValues> {
  return limited(() => allShown(schema, form, { record, limits }));
}

/** What a posted form showed, read by a schema. Usually parsing has found it already; nothing is validated for it. */
export function shownValues(
  schema: Schema,
  form: FormData,
  { record, limits }: Pick<ReadForm, 'record' | 'limits'>,
): RawValues {
  const known = submitted.get(form);
  if (known?.schema === schema) return withSentRows(readSchema(schema), form, known.submission.values);
  try {
    return allShown(schema, form, { record, limits });
  } catch (error) {
    // Past a limit there is nothing sensible to show.
    if (error instanceof SubmissionLimitError) return {};
    throw error;
  }
}

function allShown(schema: Schema, form: FormData, { record, limits }: Pick<ReadForm, 'record' | 'limits'>): RawValues {
  return withSentRows(readSchema(schema), form, readValues(schema, form, toParseOptions(schema, record, limits)));
}

/** Parses the JSON of an RPC call, or the argument of a direct one. */
export async function parseJsonInput(schema: Schema | undefined, input: unknown): Promise<unknown> {
  if (input instanceof FormData) {
    throw programError('UNSUPPORTED_MEDIA_TYPE', 'This action only accepts JSON.');
  }
  if (schema === undefined) return input;
  const parsed = await z.safeParseAsync(schema, input, { error: errorMap() });
  if (parsed.success) return parsed.data;
  // why: Zod allows symbols in paths, which JSON never has
  throw inputError(parsed.error.issues as unknown as FormIssue[]);
}

/** Turns a passed limit into an error that people are told. */
export async function limited<T>(parse: () => T | Promise<T>): Promise<T> {
  try {
    return await parse();
  } catch (error) {
    if (!(error instanceof SubmissionLimitError)) throw error;
    const code = error.status === 413 ? 'CONTENT_TOO_LARGE' : 'BAD_REQUEST';
    throw new ActionError({ code, message: limitText(error) });
  }
}

function toParseOptions(schema: Schema, record: FormRecord | undefined, limits?: Partial<Limits>): ParseOptions {
  const { timeZone, bound, initial, submitters } = record ?? {};
  return {
    limits: limitsOf(limits),
    errorMap: errorMap(),
    ...(timeZone !== undefined && { timeZone }),
    ...(initial !== undefined && { initial }),
    ...(submitters !== undefined && { submitters }),
    ...(bound !== undefined && { fixed: knownTo(schema, bound) }),
  };
}

/** With `formaction={actions.other}` a form posts to an action that may not know all that the form binds. */
function knownTo(schema: Schema, bound: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root = readSchema(schema);
  return Object.fromEntries(Object.entries(bound).filter(([key]) => nodeAt(root, [key]) !== undefined));
}

const warnedOf = new Set<string>();

/** Said once a name: every post would say it again. */
function warnOfPlainBoxes(names: readonly string[]): void {
  for (const name of names) {
    if (warnedOf.has(name)) continue;
    warnedOf.add(name);
    console.warn(
      `[astro-action-forms] Nothing was sent of ${JSON.stringify(name)}, which is true by default, so unticking it changes nothing. Print it with <Field>, or put what form.field() gives as \`hidden\`, <input type="hidden" name=${JSON.stringify(name)} value="false"> before the box.`,
    );
  }
}
