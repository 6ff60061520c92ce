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

/** The attributes of the `<form>` by which the island learns of it. */
export function toIslandAttributes({ refresh, reset, repeat, timeout, unsaved, validate }: IslandOptions): Attributes {
  return {
    [RESET_ATTRIBUTE]: reset,
    [REFRESH_ATTRIBUTE]: refresh,
    [REPEAT_ATTRIBUTE]: repeat,
    [TIMEOUT_ATTRIBUTE]: timeout,
    [UNSAVED_ATTRIBUTE]: unsaved,
    ...validateAttribute(validate),
  };
}
