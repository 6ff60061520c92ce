import type { Messages } from '../../shared/messages.js';
import type { Attributes } from '../form/field-view.js';
import { toIntentAttributes, toRowIntent } from '../form/intent-attributes.js';
import type { RowIntent } from '../../shared/intent.js';

/** Which buttons the rows of a list have, with their words where they are not the catalogue's. */
export interface RowButtonOptions {
  readonly remove: boolean | string;
  readonly move: boolean;
  readonly duplicate: boolean | string;
}

/** A row as its buttons see it. */
export interface ButtonRow {
  readonly row: string;
  readonly caption: string;
  readonly position: number;
  readonly count: number;
  /** Which of its buttons was pressed: the focus goes back there, if it can be pressed again. */
  readonly pressed?: RowIntent | undefined;
}

export interface RowButton {
  readonly text: string;
  readonly attributes: Attributes;
}

/** The buttons of a row. Their accessible names begin with what is seen on them and end with the row they are for. */
export function toRowButtons(
  { row, caption, position, count, pressed }: ButtonRow,
  { remove, move, duplicate }: RowButtonOptions,
  messages: Messages,
): RowButton[] {
  const button = (type: RowIntent, text: string, hidden = false): RowButton => ({
    text,
    attributes: {
      ...toIntentAttributes(toRowIntent(type, row)),
      'aria-label': `${text}: ${caption}`,
      hidden: hidden || undefined,
      autofocus: (type === pressed && !hidden) || undefined,
    },
  });
  return [
    ...(move ? [button('up', messages.moveUp, position === 0)] : []),
    ...(move ? [button('down', messages.moveDown, position >= count - 1)] : []),
    ...(duplicate === false ? [] : [button('duplicate', wordsOf(duplicate, messages.duplicateRow))]),
    ...(remove === false ? [] : [button('remove', wordsOf(remove, messages.removeRow))]),
  ];
}

/** `true` is the catalogue's word. */
export function wordsOf(asked: boolean | string, usual: string): string {
  return typeof asked === 'string' ? asked : usual;
}
