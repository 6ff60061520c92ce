import type { RowIntent } from '../../shared/intent.js';
import { INTENT_NAME, LIST_ATTRIBUTE, ROW_ATTRIBUTE, TEMPLATE_ATTRIBUTE } from '../../shared/wire-list.js';

/** A row by its name and by what its ids begin with. */
export interface RowName {
  readonly list: string;
  readonly index: number;
  readonly name: string;
  readonly id: string;
}

/** An intent as it is written; `update` has no list, and may have the name of a field in its place. */
export type WrittenIntent = readonly [type: RowIntent | 'insert', list: string, at?: number | null, value?: unknown];

/** Attributes that hold names of fields, and such that hold ids. */
const names = [
  'name',
  ROW_ATTRIBUTE,
  LIST_ATTRIBUTE,
  'data-action-control',
  'data-action-errors',
  'data-action-field',
  'data-action-when',
];
const ids = ['id', 'for', 'aria-describedby', 'aria-labelledby', 'list', 'aria-controls', TEMPLATE_ATTRIBUTE];

/**
 * Gives a row, and all that is below it, another number: in names, in ids and in what its buttons ask for.
 *
 * @param moved Gets the new id of every element by its old one.
 */
export function renameRow(row: Element, from: RowName, to: RowName, moved?: Map<string, string>): void {
  for (const element of [row, ...row.querySelectorAll('*')]) {
    const old = element.id;
    for (const name of names) change(element, name, (text) => replaceStart(text, from.name, to.name, '.['));
    for (const name of ids) {
      change(element, name, (text) => text.replace(/\S+/g, (id) => replaceStart(id, from.id, to.id, '-')));
    }
    if (old !== element.id) moved?.set(old, element.id);
    if (element.getAttribute('name') === INTENT_NAME) change(element, 'value', (text) => renameIntent(text, from, to));
    if (element instanceof HTMLTemplateElement)
      for (const inner of element.content.children) renameRow(inner, from, to, moved);
  }
}

function change(element: Element, name: string, toText: (text: string) => string): void {
  const text = element.getAttribute(name);
  const changed = text && toText(text);
  if (changed && changed !== text) element.setAttribute(name, changed);
}

/** A whole step of a path, or of an id, and not the beginning of another one. */
function replaceStart(text: string, from: string, to: string, steps: string): string {
  // At its end a text has the empty one, which is in every text.
  const isBelow = text.startsWith(from) && steps.includes(text.charAt(from.length));
  return isBelow ? to + text.slice(from.length) : text;
}

/** What a button asks for is about the row itself, or about a list below it. */
function renameIntent(value: string, from: RowName, to: RowName): string {
  const [type, list, at, ...rest] = readIntent({ value });
  const place =
    list === from.list && at === from.index
      ? [to.list, to.index]
      : [list && replaceStart(list, from.name, to.name, '.['), at];
  return JSON.stringify([type, ...place, ...rest]);
}

/**
 * What a button of a list asks for, as the server has written it.
 *
 * @throws {SyntaxError} on a value that somebody else has written; the button is then the browser's.
 */
export function readIntent({ value }: { readonly value: string }): WrittenIntent {
  // why: the server writes it
  return JSON.parse(value) as WrittenIntent;
}
