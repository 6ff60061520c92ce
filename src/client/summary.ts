import type { FormIssue } from '../shared/issue.js';
import type { PlacedIssues } from './errors.js';

/** Lists issues in a form's summary, each a link to its control where there is one: first those that have none. */
export function patchSummary(summary: HTMLElement, issues: readonly FormIssue[], placed: PlacedIssues): void {
  const listed = [...issues.filter((issue) => !placed.has(issue)), ...placed.keys()];
  summary.querySelector('ul')?.replaceChildren(...listed.map((issue) => toItem(issue, placed.get(issue))));
  summary.hidden = !issues[0];
}

function toItem({ message }: FormIssue, control: HTMLElement | undefined): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const id = control?.id;
  link.textContent = message;
  link.href = `#${id}`;
  item.append(id ? link : message);
  return item;
}
