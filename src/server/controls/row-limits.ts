import type { Messages } from '../../shared/messages.js';
import {
  MAX_ROWS_ATTRIBUTE,
  MAX_ROWS_TEXT_ATTRIBUTE,
  MIN_ROWS_ATTRIBUTE,
  MIN_ROWS_TEXT_ATTRIBUTE,
} from '../../shared/wire-list.js';
import type { RowBounds } from '../../submission/edit-rows.js';
import type { Attributes } from '../form/field-view.js';

/** How many rows a list may have and what is said past that, as the island reads it. */
export function toRowLimits({ min, max }: RowBounds, messages: Messages): Attributes {
  return {
    ...(min > 0 && {
      [MIN_ROWS_ATTRIBUTE]: min,
      [MIN_ROWS_TEXT_ATTRIBUTE]: messages.tooFewRows.replace('{limit}', String(min)),
    }),
    ...(Number.isFinite(max) && {
      [MAX_ROWS_ATTRIBUTE]: max,
      [MAX_ROWS_TEXT_ATTRIBUTE]: messages.tooManyRows.replace('{limit}', String(max)),
    }),
  };
}
