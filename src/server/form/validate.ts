import type { ValidateMode } from '../../shared/validate-mode.js';
import { VALIDATE_ATTRIBUTE } from '../../shared/wire-live.js';
import type { Attributes } from './field-view.js';

/** The attribute that says when fields are checked, on a form or on a control; none where nothing was said. */
export function validateAttribute(mode: ValidateMode | undefined): Attributes {
  return mode === undefined ? {} : { [VALIDATE_ATTRIBUTE]: String(mode) };
}

/** Whether fields are checked before the form has failed, so that the page has to load what does it. */
export function isLive(mode: unknown): boolean {
  return mode === 'blur' || mode === 'input';
}
