import type { RowIntent } from '../shared/intent.js';
import { ADD_ATTRIBUTE, INTENT_NAME, LIST_ATTRIBUTE, ROW_ATTRIBUTE, SUMMARY_HOOK } from '../shared/wire-list.js';
import type { Kit } from './kit.js';
import { copyOf } from './list/copy-row.js';
import { focus, focusFirst } from './list/focus.js';
import { readIntent } from './list/rename-row.js';
import { freshRow, hasRoom, numberRows, removeRow, rowsOf } from './list/rows.js';

/** What a form shows as long as something is wrong with it. */
const LEFT = `[aria-invalid=true],[${SUMMARY_HOOK}] li`;
const MARK = Symbol.for('astro-action-forms.list');

/**
 * Edits lists in the page, as the server does it where there is no script: rows keep what was typed in them, chosen files
 * too, and their errors. What it does not know how to do it leaves to the server. Watches the document, once.
 */
export function watchLists(kit: Kit): void {
  const { own, partsOf, showIssues, write } = kit;
  if (Reflect.has(document, MARK)) return;
  Reflect.set(document, MARK, true);
  // Before anybody takes it for a submission.
  document.addEventListener('submit', onSubmit, { capture: true });

  function onSubmit(event: SubmitEvent): void {
    // why: forms alone are submitted, and by submit buttons
    const { target: form, submitter: button } = event as SubmitEvent & {
      target: HTMLFormElement;
      submitter: HTMLButtonElement | null;
    };
    if (button?.name !== INTENT_NAME) return;
    const [type, name, at] = readIntent(button);
    const isBusy = own(form, 'getAttribute')('aria-busy');
    const list = partsOf(form, `[${LIST_ATTRIBUTE}]:enabled`).find(
      (part) => part.getAttribute(LIST_ATTRIBUTE) === name,
    );
    if (isBusy || !list) return;
    const isDone =
      type === 'insert'
        ? // As the list itself adds a row, or as a button of the page's own says.
          insert(list, button.hasAttribute(ADD_ATTRIBUTE) ? freshRow(list) : kit.fill?.(freshRow(list), button), at)
        : editRow(list, type, `${name}[${at}]`, button, write);
    if (!isDone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The row that went may have had all that was wrong.
    if (type === 'remove' && !partsOf(form, LEFT).length) showIssues(form, []);
    // For whoever follows what people change: names are others' now, though nobody has typed.
    own(form, 'dispatchEvent')(new Event('actionform:edit', { bubbles: true }));
  }
}

/** Puts a row in front of the one that has the place now, or at the end. False: there is none to put. */
function insert(list: HTMLElement, row: HTMLElement | undefined, at?: number | null): boolean {
  if (!row) return false;
  const rows = rowsOf(list);
  if (hasRoom(list, rows.length + 1)) {
    numberRows(list, row, rows[at ?? rows.length]);
    focusFirst(row);
  }
  return true;
}

/**
 * Does with a row what a button asks for, and goes on at that button: where it has gone or cannot be pressed again, at the
 * row, and of a row that has gone at the next one, or else where rows are added. False: there is no such row.
 */
function editRow(list: HTMLElement, type: RowIntent, name: string, button: HTMLElement, write: Kit['write']): boolean {
  const rows = rowsOf(list);
  // Rows that a failed form came back with may be numbered with gaps.
  const at = rows.findIndex((each) => each.getAttribute(ROW_ATTRIBUTE) === name);
  const row = rows[at];
  if (!row) return false;
  if (type === 'duplicate') return insert(list, copyOf(row, write), at + 1);
  if (type === 'remove') {
    if (!hasRoom(list, rows.length - 1)) return true;
    removeRow(row);
  } else if (type === 'up') rows[at - 1]?.before(row);
  else rows[at + 1]?.after(row);
  numberRows(list);
  if (type === 'remove') focus(rows[at + 1] ?? list.querySelector<HTMLElement>(`:scope > [${ADD_ATTRIBUTE}]`) ?? list);
  else focus(button.hidden ? row : button);
  return true;
}
