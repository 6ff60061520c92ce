/** What `wire.ts` is for, of live validation: apart from the rest, because it loads by itself. */

/**
 * Request header of a call that has fields checked instead of having the action run: their names, each
 * `encodeURIComponent`ed, separated by commas. `''` is the form as a whole.
 */
export const VALIDATE_HEADER = 'X-Action-Validate';
/** On `<form>`, and on a control over that: when fields are checked, a `ValidateMode`. */
export const VALIDATE_ATTRIBUTE = 'data-action-validate';
/** On a `<form>` outside of `<action-form>`: the island has it. */
export const ENHANCED_ATTRIBUTE = 'data-action-enhanced';
