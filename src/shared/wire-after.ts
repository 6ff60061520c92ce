/** What `wire.ts` is for, of what follows a success: apart from the rest, because it loads only then. */

/** On `<form>`: selector of what to fetch anew after a success without redirect. */
export const REFRESH_ATTRIBUTE = 'data-action-refresh';
/** On `<form>`: `clear` (to empty defaults) or `keep` (what was sent becomes the default). */
export const RESET_ATTRIBUTE = 'data-action-reset';
