import { errorId, hintId } from '../../shared/ids.js';
import { CONTROL_ATTRIBUTE } from '../../shared/wire.js';
import { countId } from './aids.js';
import type { ControlField, ControlRequest, HiddenInput, KeptElement } from './control-types.js';
import type { Attributes } from './merge-attributes.js';

/** What every control has: who it is, what describes it, and whether it failed. */
export function toIdentity(
  field: ControlField,
  { hint, aids }: ControlRequest,
  kept: readonly KeptElement[] = [],
): Attributes {
  const { id, name, errors } = field;
  return {
    id,
    name,
    [CONTROL_ATTRIBUTE]: name,
    'aria-describedby': describedBy(id, { hint, aids }, kept),
    'aria-invalid': errors.length > 0 ? 'true' : undefined,
  };
}

function describedBy(
  id: string,
  { hint, aids }: Pick<ControlRequest, 'hint' | 'aids'>,
  kept: readonly KeptElement[],
): string {
  let ids = hint ? `${hintId(id)} ` : '';
  if (aids?.count === true) ids += `${countId(id)} `;
  for (const file of kept) ids += `${file.id} `;
  return ids + errorId(id);
}

/** What is sent for a box that is not ticked. */
export const UNTICKED = 'false';
/** What is sent for a list of choices of which none is taken, and before the others. */
export const NOTHING_CHOSEN = '';

/** Sent before a control of which nothing may be ticked or chosen. */
export function toHidden(field: ControlField, value: string, given: Attributes): HiddenInput {
  const { form, disabled } = given;
  return {
    name: field.name,
    value,
    form: typeof form === 'string' ? form : undefined,
    disabled: disabled === true || disabled === '' ? true : undefined,
  };
}
