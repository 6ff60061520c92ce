import { toList } from '../schema/list.js';
import { nodeAt, readSchema } from '../schema/node.js';
import type { Intent } from '../shared/intent.js';
import type { FormIssue } from '../shared/issue.js';
import { formatPath, parsePath, PathSyntaxError, type FieldPath } from '../shared/path.js';
import { editRows, shownRows, type EditedRows, type RowBounds, type RowsIntent } from '../submission/edit-rows.js';
import { SubmissionLimitError } from '../submission/limits.js';
import type { RawValues } from '../submission/values.js';
import type { Schema } from './action-definition.js';
import { freshRow } from './form/fresh-row.js';
import { rowBounds } from './form/row-bounds.js';
import { limitsOf } from './limits-of.js';
import { editedValues, limited, submittedIssues, type ReadForm } from './parse-input.js';
import { messages } from './locale.js';
import type { FormRecord } from './record.js';
import { fileFieldOf } from './uploads/file-fields.js';
import { withoutFile } from './uploads/discard-file.js';
import { withShownFiles } from './uploads/shown-file.js';

/**
 * Where a person goes on after an edit: at a row, at the button that moved it up or down, at the first control of a new one,
 * at the button that adds rows, at a list that says something, in a group that has come into sight, or at the button that
 * was pressed for it.
 */
export interface EditFocus {
  readonly on: 'row' | 'up' | 'down' | 'control' | 'add' | 'list' | 'group' | 'update';
  readonly name: string;
}

/** A form that a button has edited, as the page shows it. */
export interface Edited {
  readonly values: RawValues;
  readonly issues: readonly FormIssue[];
  /** Rows and fields that were added since the form was checked: they are not told what they lack. */
  readonly unchecked: readonly string[];
  readonly focus: EditFocus | undefined;
}

/** A posted form that a button edits. */
export interface EditedForm extends ReadForm {
  /** Keeps its files but those that something is said of, and gives what it shows of them. */
  readonly files?: (issues: readonly FormIssue[]) => Promise<RawValues>;
}

/**
 * Does with a form what a button asks for. Where the page had shown what is wrong with the form, it is validated, so that
 * errors stay with their rows; the handler does not run.
 *
 * @param isChecked Whether the page had shown what is wrong.
 * @throws ActionError for a form that is past a limit; and whatever the schema throws.
 */
export async function editForm(schema: Schema, read: EditedForm, intent: Intent, isChecked: boolean): Promise<Edited> {
  const shown = await editedValues(schema, read.form, read);
  const issues = isChecked ? await submittedIssues(schema, read.form, read) : [];
  const values = withShownFiles(readSchema(schema), shown, (await read.files?.(issues)) ?? {});
  const before = read.record?.unchecked ?? [];
  if (intent.type === 'discard') {
    const isFile = fileFieldOf(readSchema(schema), intent.field) !== undefined;
    const left = isFile ? await withoutFile(values, intent) : values;
    return {
      values: left,
      // What was said of it may have been about the file.
      issues: without(issues, [...before, intent.field]),
      unchecked: before,
      focus: { on: 'control', name: intent.field },
    };
  }
  if (intent.type === 'update')
    return { values, ...updated(issues, read.record), focus: { on: 'update', name: intent.near ?? '' } };
  const root = readSchema(schema);
  const path = pathOf(intent.list);
  const list = path && toList(nodeAt(root, path));
  if (path === undefined || list === undefined)
    return { values, issues: without(issues, before), unchecked: before, focus: undefined };

  const limits = limitsOf(read.limits);
  const between = rowBounds(root, path, list, limits);
  const bounds = { ...between, max: Math.min(between.max, limits.index + 1) };
  const rows = shownRows(values, intent.list, bounds);
  const value = intent.type === 'insert' ? intent.value : undefined;
  await limited(() => assertRowFits(value, limits.names));
  const fresh = freshRow(list.element, value, read.record?.timeZone);
  const edited = editRows(values, intent, { shown: rows, fresh, bounds });
  const { row, isNew, rename } = edited;
  const unchecked = [...before.flatMap((name) => rename(name) ?? []), ...(isNew && row !== undefined ? [row] : [])];
  return {
    values: edited.values,
    issues: [...without(movedIssues(issues, intent, edited), unchecked), ...refusal(intent, edited, bounds)],
    unchecked,
    focus: focusOf(intent, edited),
  };
}

/** Nothing is told what it lacks that was not told so before: what has come into sight is not filled in yet. */
function updated(issues: readonly FormIssue[], record: FormRecord | undefined): Pick<Edited, 'issues' | 'unchecked'> {
  const { unchecked = [], update } = record ?? {};
  const names = issues.map(({ path }) => formatPath(path));
  const untold = update === undefined ? [] : names.filter((name) => !update.told.includes(name));
  const all = [...new Set([...unchecked, ...untold])];
  return { issues: without(issues, all), unchecked: all };
}

/** A client may have made up what a new row shows: it holds no more than a form may send. */
function assertRowFits(value: unknown, names: number): void {
  const left = [value];
  for (let count = 0; left.length > 0; count += 1) {
    const next = left.pop();
    const below = typeof next === 'object' && next !== null ? Object.values(next) : [];
    // One by one: what is made up may be more than one call takes.
    for (const part of below) left.push(part);
    if (count + left.length > names) throw new SubmissionLimitError('names', names);
  }
}

/** A client may have made up the name. */
function pathOf(name: string): FieldPath | undefined {
  try {
    return parsePath(name);
  } catch (error) {
    if (error instanceof PathSyntaxError) return undefined;
    throw error;
  }
}

/** Issues go where their rows go; the list is not told what it had too many of. */
function movedIssues(issues: readonly FormIssue[], { list }: RowsIntent, { rename }: EditedRows): FormIssue[] {
  return issues.flatMap((issue): FormIssue[] => {
    const name = formatPath(issue.path);
    const renamed = name === list && /^too_(big|small)$/.test(issue.code) ? undefined : rename(name);
    if (renamed === undefined) return [];
    return [renamed === name ? issue : { ...issue, name: renamed, path: parsePath(renamed) }];
  });
}

/** The issues that are not below any of these rows. */
function without(issues: readonly FormIssue[], rows: readonly string[]): FormIssue[] {
  return issues.filter(({ path }) => {
    const name = formatPath(path);
    return !rows.some((row) => name === row || name.startsWith(`${row}.`) || name.startsWith(`${row}[`));
  });
}

function refusal({ list }: RowsIntent, { refused }: EditedRows, { min, max }: RowBounds): FormIssue[] {
  if (refused === undefined) return [];
  const { tooFewRows, tooManyRows } = messages();
  const [text, limit] = refused === 'max' ? [tooManyRows, max] : [tooFewRows, min];
  const code = refused === 'max' ? 'too_big' : 'too_small';
  return [{ path: [...parsePath(list)], name: list, code, message: text.replace('{limit}', String(limit)) }];
}

function focusOf({ type, list }: RowsIntent, { refused, row, isNew }: EditedRows): EditFocus {
  if (refused !== undefined) return { on: 'list', name: list };
  if (row === undefined) return { on: 'add', name: list };
  if (type === 'up' || type === 'down') return { on: type, name: row };
  return { on: isNew ? 'control' : 'row', name: row };
}
