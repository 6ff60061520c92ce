import type { RowIntent } from '../../shared/intent.js';
import { INTENT_NAME, LIST_ATTRIBUTE, ROW_ATTRIBUTE, TEMPLATE_ATTRIBUTE } from '../../shared/wire-list.js';

/** A row by its name and by what its ids begin with. */
export interface RowName {
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
  TEMPLATE_ATTRIBUTE,
  'data-action-control',
  'data-action-errors',
  'data-action-field',
  'data-action-when',
];
const ids = ['id', 'for', 'aria-describedby', 'aria-labelledby', 'list', 'aria-controls'];

/**
 * Gives a row, and all that is below it, another number: in names, in ids and in what its buttons ask for.
 *
 * @param moved Gets the new id of every element by its old one.
 */
export function renameRow(
  row: Element | DocumentFragment,
  from: RowName,
  to: RowName,
  moved: Map<string, string>,
): void {
  const elements = row.querySelectorAll('*');
  for (const element of row instanceof Element ? [row, ...elements] : elements) {
    for (const name of names) {
      change(element, name, (text) => replaceStart(text, from.name, to.name, '.['));
    }
    const old = element.id;
    for (const name of ids) {
      change(element, name, (text) =>
        text
          .split(' ')
          .map((id) => replaceStart(id, from.id, to.id, '-'))
          .join(' '),
      );
    }
    if (old !== element.id) moved.set(old, element.id);
    if (element.getAttribute('name') === INTENT_NAME) change(element, 'value', (text) => renameIntent(text, from, to));
    if (element instanceof HTMLTemplateElement) renameRow(element.content, from, to, moved);
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
  const [type, name, at, ...rest] = readIntent({ value });
  const list = name && replaceStart(name, from.name, to.name, '.[');
  return JSON.stringify([type, list, `${list}[${at}]` === from.name ? to.index : at, ...rest]);
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
