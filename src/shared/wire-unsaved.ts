/** What `wire.ts` is for, of changes that were not sent: apart from the rest, because it loads by itself. */

/** On `<form>`: whether changes are marked (`mark`), or leaving the page with them is asked about as well (`ask`). */
export const UNSAVED_ATTRIBUTE = 'data-action-unsaved';
/** On a form and on its controls, while there is something that was not sent. */
export const DIRTY_ATTRIBUTE = 'data-action-dirty';
