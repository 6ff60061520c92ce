import type { FormIssue } from '../shared/issue.js';
import type { PlacedIssues } from './errors.js';

/** Lists issues in a form's summary, each a link to its control where there is one. */
export function patchSummary(summary: HTMLElement, issues: PlacedIssues): void {
  summary.querySelector('ul')?.replaceChildren(...[...issues].map(toItem));
  summary.hidden = !issues.size;
}

function toItem([{ message }, control]: [FormIssue, HTMLElement | undefined]): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const text = control?.id ? item.appendChild(link) : item;
  text.textContent = message;
  link.href = `#${control?.id}`;
  return item;
}
