import { holds } from '../../shared/condition.js';
import type { RawValues } from '../../submission/values.js';
import type { EditFocus } from '../edit-form.js';
import { conditionKey } from './conditions.js';
import type { FormOutcome } from './form-source.js';

/**
 * Where a person goes on after an edit. An update goes to the first group that it has brought into sight, and where it has
 * brought none, back to its button.
 */
export function focusAfter({ focus, hidden = [] }: FormOutcome, values: RawValues): EditFocus | undefined {
  if (focus?.on !== 'update') return focus;
  const sentOf = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? []) : []);
  const shown = hidden.find((condition) => holds(condition, sentOf(condition.field)));
  return shown === undefined ? focus : { on: 'group', name: conditionKey(shown) };
}
