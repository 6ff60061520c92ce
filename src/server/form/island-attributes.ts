import { toTimeout } from '../../shared/timeout.js';
import { TIMEOUT_ATTRIBUTE } from '../../shared/wire.js';
import { REFRESH_ATTRIBUTE, RESET_ATTRIBUTE } from '../../shared/wire-after.js';
import { REPEAT_ATTRIBUTE } from '../../shared/wire-repeat.js';
import { UNSAVED_ATTRIBUTE } from '../../shared/wire-unsaved.js';
import type { Attributes } from './field-view.js';
import type { FormOptions } from './form-types.js';
import { validateAttribute } from './validate.js';

/** What a page says to the island alone about a form. */
export type IslandOptions = Pick<
  FormOptions<unknown>,
  'refresh' | 'reset' | 'repeat' | 'timeout' | 'unsaved' | 'validate'
>;

const attributeOf = [
  ['reset', RESET_ATTRIBUTE],
  ['refresh', REFRESH_ATTRIBUTE],
  ['repeat', REPEAT_ATTRIBUTE],
  ['timeout', TIMEOUT_ATTRIBUTE],
  ['unsaved', UNSAVED_ATTRIBUTE],
] as const;

/** The attributes of the `<form>` by which the island learns of it. */
export function toIslandAttributes(options: IslandOptions): Attributes {
  const attributes: Record<string, Attributes[string]> = { ...validateAttribute(options.validate) };
  for (const [option, attribute] of attributeOf) {
    const value = options[option];
    if (value !== undefined) attributes[attribute] = typeof value === 'number' ? toTimeout(value) : value;
  }
  return attributes;
}
