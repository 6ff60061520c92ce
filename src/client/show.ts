import type { FormIssue } from '../shared/issue.js';
import { SUMMARY_ATTRIBUTE, TITLE_ATTRIBUTE } from '../shared/wire.js';
import { patchErrors, type Put, toText, write } from './errors.js';
import { attribute } from './form.js';
import { partsOf } from './parts.js';
import { say } from './status.js';
import { patchSummary } from './summary.js';

/** Shows issues on a form, with what writes them beside fields. Gives a promise where that takes more than the task at hand. */
export type ShowIssues = (form: HTMLFormElement, issues: readonly FormIssue[], put?: Put) => unknown;

/**
 * Shows what is wrong with a form, and nothing else that was: beside fields, in the summary, and in the document's title.
 * Without a summary, the status says what stands beside no field. The focus goes where a person reads on. Without issues all of it is cleared.
 */
export function showIssues(form: HTMLFormElement, issues: readonly FormIssue[], put: Put = write): void {
  const hasFailed = !!issues[0];
  const [summary] = partsOf(form, `[${SUMMARY_ATTRIBUTE}]`);
  const unsaid = new Set(summary ? [] : issues);
  const placed = patchErrors(form, issues, unsaid, put);
  if (summary) patchSummary(summary, issues, placed);
  const status = say(form, toText([...unsaid]));
  const prefix = attribute(form, TITLE_ATTRIBUTE) ?? '';
  const title = document.title;
  if (title.startsWith(prefix) !== hasFailed) document.title = hasFailed ? prefix + title : title.replace(prefix, '');
  if (status) status.tabIndex = -1;
  if (hasFailed) (summary ?? [...placed.values()][0] ?? status)?.focus();
}
