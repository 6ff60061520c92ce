import {
  EMPTY_ATTRIBUTE,
  INTENT_NAME,
  LIST_ATTRIBUTE,
  ROW_ATTRIBUTE,
  ROW_LIMITS_ATTRIBUTE,
  SUMMARY_HOOK,
  TEMPLATE_ATTRIBUTE,
  type RowLimits,
} from '../../shared/wire-list.js';
import { readIntent, renameRow, type RowName } from './rename-row.js';

/** The rows of a list, without those of lists in them. */
export function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(`:scope > [${ROW_ATTRIBUTE}]`)];
}

/** A row as the server would print a new one, under a number that no row has. */
export function freshRow(list: HTMLElement): HTMLElement | undefined {
  const row = templateOf(list)?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return undefined;
  renameRow(row, rowName(withTemplate(list), NEXT_ROW), rowName(list, NEXT_ROW));
  return row;
}

function templateOf(list: HTMLElement): HTMLTemplateElement | null {
  return withTemplate(list).querySelector<HTMLTemplateElement>(`:scope > template[${TEMPLATE_ATTRIBUTE}]`);
}

/** The list whose template a list has: its own, or that of one further out that it is again. */
function withTemplate(list: HTMLElement): HTMLElement {
  const further = document.getElementById(list.getAttribute(TEMPLATE_ATTRIBUTE) ?? '');
  return further ? withTemplate(further) : list;
}

/** Whether a list may have so many rows; where it may not, it says so. */
export function hasRoom(list: HTMLElement, count: number): boolean {
  const limits = list.getAttribute(ROW_LIMITS_ATTRIBUTE);
  if (!limits) return true;
  // why: the server writes it
  const [min, few, max, many] = JSON.parse(limits) as RowLimits;
  const isTooMany = count > (max ?? Infinity);
  const isTooFew = count < rowsOf(list).length && count < min;
  const place = list.querySelector<HTMLElement>(`:scope > [data-action-errors]`);
  const text = isTooMany ? many : isTooFew ? few : '';
  if (place && (text || [few, many].includes(place.textContent))) {
    place.textContent = text;
    place.hidden = !text;
    list.ariaInvalid = text ? 'true' : null;
    if (text) list.focus();
  }
  return !isTooMany && !isTooFew;
}

/** Numbers the rows of a list from 0, with another one put among them if there is one. */
export function numberRows(list: HTMLElement, added?: HTMLElement, before?: HTMLElement): void {
  const moved = new Map<string, string>();
  const template = templateOf(list);
  // Two rows of one number would be one group of radio buttons, of which only one can be chosen.
  const chosen = [list, added].flatMap((part) => [
    ...(part?.querySelectorAll<HTMLInputElement>('input[type=radio]:checked') ?? []),
  ]);
  if (added) {
    renameRow(added, nameOf(list, added), rowName(list, NEXT_ROW));
    if (before) before.before(added);
    else (rowsOf(list).at(-1) ?? list.querySelector(':scope > legend'))?.after(added);
  }
  const rows = rowsOf(list);
  const caption = template?.getAttribute(TEMPLATE_ATTRIBUTE) ?? '';
  for (const [index, row] of rows.entries()) {
    const [from, to] = [nameOf(list, row), rowName(list, index)];
    if (from.name !== to.name) renameRow(row, from, to, moved);
    describe(row, `${caption} ${index + 1}`, index === 0, index === rows.length - 1);
  }
  for (const radio of chosen) radio.checked = true;
  const note = list.querySelector<HTMLInputElement>(`:scope > [${EMPTY_ATTRIBUTE}]`);
  if (note) note.disabled = rows.length > 0;
  followLinks(moved);
}

/** A number that no row has, as in the template. */
const NEXT_ROW = 999_999_999;

function rowName(list: HTMLElement, index: number): RowName {
  const name = list.getAttribute(LIST_ATTRIBUTE) ?? '';
  return { list: name, index, name: `${name}[${index}]`, id: `${list.id}-${index}` };
}

function nameOf(list: HTMLElement, row: HTMLElement): RowName {
  return rowName(list, Number(/(\d+)\]$/.exec(row.getAttribute(ROW_ATTRIBUTE) ?? '')?.[1]));
}

function summaryLinks(): NodeListOf<HTMLAnchorElement> {
  return document.querySelectorAll<HTMLAnchorElement>(`[${SUMMARY_HOOK}] a[href^='#']`);
}

/** A row and its buttons are called by its number; the first row cannot go up, the last one not down. */
function describe(row: HTMLElement, caption: string, isFirst: boolean, isLast: boolean): void {
  row.ariaLabel = caption;
  for (const button of row.querySelectorAll<HTMLButtonElement>(
    `:scope > * > button[name=${INTENT_NAME}][aria-label]`,
  )) {
    button.ariaLabel = `${button.textContent}: ${caption}`;
    const [type] = readIntent(button);
    if (type === 'up') button.hidden = isFirst;
    if (type === 'down') button.hidden = isLast;
  }
}

/** Takes a row away, and what the summary says of it. */
export function removeRow(row: HTMLElement): void {
  for (const link of summaryLinks()) if (row.querySelector(link.hash)) link.closest('li')?.remove();
  row.remove();
}

/** Links of a summary follow what they lead to. */
function followLinks(moved: ReadonlyMap<string, string>): void {
  for (const link of summaryLinks()) {
    const id = moved.get(link.hash.slice(1));
    if (id) link.setAttribute('href', `#${id}`);
  }
}
