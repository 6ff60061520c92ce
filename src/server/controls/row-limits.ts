import type { Messages } from '../../shared/messages.js';
import { ROW_LIMITS_ATTRIBUTE, type RowLimits } from '../../shared/wire-list.js';
import type { RowBounds } from '../../submission/edit-rows.js';
import type { Attributes } from '../form/field-view.js';

/** How many rows a list may have and what is said past that, as the island reads it. */
export function toRowLimits({ min, max }: RowBounds, messages: Messages): Attributes {
  const hasMost = Number.isFinite(max);
  if (min === 0 && !hasMost) return {};
  const limits: RowLimits = [
    min,
    messages.tooFewRows.replace('{limit}', String(min)),
    hasMost ? max : null,
    messages.tooManyRows.replace('{limit}', String(max)),
  ];
  return { [ROW_LIMITS_ATTRIBUTE]: JSON.stringify(limits) };
}
