import type { FormIssue } from '../shared/issue.js';
import { formatPath } from '../shared/path.js';
import { CONTROL_ATTRIBUTE, ERRORS_ATTRIBUTE } from '../shared/wire.js';
import { own } from './form.js';
import { partsOf } from './parts.js';

/** The first control of the field of every issue that has one, in page order. */
export type PlacedIssues = Map<FormIssue, HTMLElement>;

/** Writes what a part of a field says. */
export type Put = (part: HTMLElement, text: string) => unknown;

/**
 * Writes every message beside its field, takes away those that no longer hold, and marks exactly the controls that
 * failed: those that name the field as theirs, or carry its name. What it writes is taken out of `unsaid`.
 */
export function patchErrors(
  form: HTMLFormElement,
  issues: readonly FormIssue[],
  unsaid: Set<FormIssue>,
  put: Put,
): PlacedIssues {
  const placed: PlacedIssues = new Map();
  // Large forms have many parts: each of them looks here, and not at every issue.
  const heldBy = new Map<unknown, FormIssue[]>();
  for (const issue of issues) {
    const path = formatPath(issue.path);
    // A name that is the path's own spelling would have its messages said twice.
    for (const name of new Set([path, issue.name])) if (!heldBy.get(name)?.push(issue)) heldBy.set(name, [issue]);
  }
  // why: what a form lists are HTML elements
  const controls = own(form, 'elements') as Iterable<Element> as Iterable<HTMLElement>;
  for (const part of new Set([...partsOf(form, `[${ERRORS_ATTRIBUTE}],[${CONTROL_ATTRIBUTE}]`), ...controls])) {
    const shows = part.getAttribute(ERRORS_ATTRIBUTE);
    const field = shows ?? part.getAttribute(CONTROL_ATTRIBUTE) ?? part.getAttribute('name');
    // A group that is hidden and not sent may have the same field as one in sight. It is no name, and nothing is held by it.
    const held = heldBy.get(part.closest('[hidden]:disabled') ?? field);
    put(part, held ? toText(held) : '');
    if (!held) continue;
    for (const issue of held) {
      const first = placed.get(issue);
      if (shows !== null) unsaid.delete(issue);
      // Page order is that of the first control; of a group, the first choice, which has an id, is better to go to than the group.
      else if (!first || (part.id && first.localName === 'fieldset')) placed.set(issue, part);
    }
  }
  return placed;
}

/**
 * Has a part of a field say what is wrong with it, or with `''` nothing: a place for errors in these words, a control by a
 * mark. Of a group it is the group that fails, never a choice in it; and never a control that nobody perceives.
 */
export function write(part: HTMLElement, text: string): void {
  // Most parts of a large form stay as they are.
  if (part.hasAttribute(ERRORS_ATTRIBUTE)) {
    if (text || !part.hidden) {
      part.textContent = text;
      part.hidden = !text;
    }
  } else if (text || part.ariaInvalid) {
    // why: other elements than controls have no type
    const isMarked =
      text && (part as HTMLInputElement).type !== 'hidden' && (part.closest(`[${CONTROL_ATTRIBUTE}]`) ?? part) === part;
    part.ariaInvalid = isMarked ? 'true' : null;
  }
}

/** Messages, one a line. */
export function toText(issues: readonly FormIssue[]): string {
  return issues.reduce((text, { message }) => (text && `${text}\n`) + message, '');
}
