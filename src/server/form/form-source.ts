import { isInputError } from 'astro/actions/runtime/entrypoints/server.js';
import { sortByField } from '../../schema/order.js';
import type { SchemaNode } from '../../schema/node.js';
import { formatPath } from '../../shared/path.js';
import type { Condition } from '../../shared/condition.js';
import type { FormIssue } from '../../shared/issue.js';
import type { RawValues } from '../../submission/values.js';
import { issuesOf, type ActionError } from '../action-error.js';
import type { EditFocus } from '../edit-form.js';
import type { RequestState } from '../request-state.js';

/** Which form of a page is meant. */
export interface FormKey {
  readonly action: string;
  readonly form: string;
}

/** What this request knows about one form. */
export interface FormOutcome {
  readonly state: 'idle' | 'failed' | 'succeeded';
  /** Whether the result is that of the form's own action, not of another one that a button named. */
  readonly own: boolean;
  readonly data: unknown;
  readonly error: ActionError | undefined;
  readonly message: string | undefined;
  /** What was submitted, where it is shown again. */
  readonly values: RawValues | undefined;
  /** The one-time key that goes on being the form's. */
  readonly key: string | undefined;
  /** What is wrong with a form that a button has edited. */
  readonly issues?: readonly FormIssue[];
  readonly focus?: EditFocus | undefined;
  readonly unchecked?: readonly string[];
  /** Whether the page shows what is wrong with the form. */
  readonly checked?: boolean;
  /** Conditions of what was not shown before the form was edited. */
  readonly hidden?: readonly Condition[];
}

const idle: FormOutcome = {
  state: 'idle',
  own: false,
  data: undefined,
  error: undefined,
  message: undefined,
  values: undefined,
  key: undefined,
};

/** Finds what the request brought for a form: a post that failed just now, or a result that was carried here. */
export function outcomeFor(key: FormKey, { failed, arrival, edited }: RequestState): FormOutcome {
  if (edited !== undefined && isMeant(key, edited)) {
    const { values, issues, focus, checked, unchecked, key: own, record } = edited;
    return { ...idle, values, issues, focus, checked, unchecked, key: own, hidden: record?.update?.hidden ?? [] };
  }
  if (failed !== undefined && isMeant(key, failed)) {
    const { error, values } = failed;
    const own = failed.action === key.action;
    return { state: 'failed', own, data: undefined, error, message: undefined, values, key: failed.key, checked: true };
  }
  if (arrival === undefined || !isMeant(key, arrival)) return idle;
  const { result, message, values } = arrival;
  return {
    state: result?.error === undefined ? 'succeeded' : 'failed',
    own: result !== undefined && arrival.action === key.action,
    data: result?.data,
    error: result?.error,
    message,
    values,
    key: arrival.key,
    checked: result?.error !== undefined,
  };
}

/** The issues of a failed form, in the order of its fields; what is not a field's comes first. */
export function shownIssues(error: ActionError | undefined, root: SchemaNode | undefined): readonly FormIssue[] {
  if (error === undefined) return [];
  if (!isInputError(error)) return [{ path: [], message: error.message, code: error.code }];
  return inFieldOrder(issuesOf(error), root);
}

/** Issues in the order of their fields; what is not a field's comes first. */
export function inFieldOrder(issues: readonly FormIssue[], root: SchemaNode | undefined): readonly FormIssue[] {
  if (root === undefined) return issues;
  // Fields of one rank, such as keys of a record, have their issues together all the same.
  const byField = [...Map.groupBy(issues, ({ path }) => formatPath(path)).values()];
  return sortByField(root, byField, ([first]) => first?.path ?? []).flat();
}

function isMeant(
  key: FormKey,
  posted: { action: string | undefined; record: { action: string; form: string } | undefined },
): boolean {
  // A form written by hand has no record: every form of its action shows the outcome.
  if (posted.record === undefined) return posted.action === key.action;
  return posted.record.action === key.action && posted.record.form === key.form;
}
