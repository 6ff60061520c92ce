import type { Kit } from '../kit.js';
import { announce } from './announce.js';
import { partsOfField } from './field.js';
import { ERRORS, STATUS, SUMMARY } from './names.js';

/** What is wrong with each field that was checked, by name: its messages. */
export type Findings = Map<string, readonly string[]>;

/**
 * Writes what was found beside each field, and what is fixed out of the summary, unless somebody is in there. The focus
 * stays where it is. When nothing is left of a failure, the form is as before it.
 */
export function showFindings(form: HTMLFormElement, findings: Findings, kit: Kit): void {
  const { write, partsOf, showIssues } = kit;
  const [summary] = partsOf(form, `[${SUMMARY}]:not([hidden],:focus-within)`);
  // why: a page with a form has a body, which has the focus where nothing else has it
  const anchor = document.activeElement as Element;
  const topOf = () => anchor.getBoundingClientRect().top;
  const top = topOf();
  let news = '';
  let isFixed = false;
  for (const [name, messages] of findings) {
    const text = messages.join('\n');
    const parts = partsOfField(form, name, kit);
    const before = parts.find((part) => part.hasAttribute(ERRORS))?.textContent;
    if (text !== before) news += text && `${text}\n`;
    if (summary) patchItems(summary, messages, parts, before);
    for (const part of parts) {
      isFixed ||= !text && part.ariaInvalid === 'true';
      write(part, text);
    }
  }
  if (news) announce(news, form, kit);
  const left = `[aria-invalid=true],[${ERRORS}]:not([hidden]),[${SUMMARY}]:not([hidden]) li,[${STATUS}]:not(:empty)`;
  if (isFixed && !partsOf(form, left).length) showIssues(form, []);
  // Browsers keep what is in view in its place only as long as what goes is out of view.
  (anchor.closest(':modal') ?? window).scrollBy({ top: topOf() - top, behavior: 'instant' });
}

/** The items of one field say what it says, and go with its error. */
function patchItems(summary: HTMLElement, messages: readonly string[], parts: HTMLElement[], before?: string): void {
  const items = [...summary.querySelectorAll('li')].filter((item) => {
    const href = item.querySelector('a')?.getAttribute('href');
    return href ? parts.some(({ id }) => href === `#${id}`) : item.textContent === before;
  });
  const left = [...messages];
  for (const item of items) {
    const message = left.shift();
    if (message) (item.querySelector('a') ?? item).textContent = message;
    else item.remove();
  }
}
