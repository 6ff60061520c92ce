/** What `wire.ts` is for, of what depends on other fields: apart from the rest, because it loads by itself. */

/** On a group, and on a control that is required now and then: the name of the field that it depends on. */
export const WHEN_ATTRIBUTE = 'data-action-when';
/** Beside it: the values of that field, as a JSON array; and that it must have none of them. */
export const IS_ATTRIBUTE = 'data-action-is';
export const NOT_ATTRIBUTE = 'data-action-not';
/** On a group that stays in sight while it is disabled. */
export const IN_SIGHT_ATTRIBUTE = 'data-action-in-sight';
/** On a button that shows the form again as it depends on what was chosen: the island has no need of it. */
export const UPDATE_ATTRIBUTE = 'data-action-update';
/** As `SUMMARY_ATTRIBUTE` and `ERRORS_ATTRIBUTE` of `wire.ts`. */
export const SUMMARY_HOOK = 'data-action-summary';
export const ERRORS_HOOK = 'data-action-errors';
