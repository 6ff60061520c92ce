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

export interface RowButton {
  readonly text: string;
  readonly attributes: Attributes;
}

/** The buttons of a row. Their accessible names begin with what is seen on them and end with the row they are for. */
export function toRowButtons(
  { row, caption, position, count }: { row: string; caption: string; position: number; count: number },
  { remove, move, duplicate }: RowButtonOptions,
  messages: Messages,
): RowButton[] {
  const button = (type: RowIntent, text: string, hidden?: boolean): RowButton => ({
    text,
    attributes: {
      ...toIntentAttributes(toRowIntent(type, row)),
      'aria-label': `${text}: ${caption}`,
      hidden: hidden || undefined,
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
