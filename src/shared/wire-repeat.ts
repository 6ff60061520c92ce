/** What `wire.ts` is for, of submissions that come while one is under way: apart from the rest, because it loads by itself. */

/** On `<form>`: what becomes of a submission while another one is under way. `abort` or `queue`; without it, nothing. */
export const REPEAT_ATTRIBUTE = 'data-action-repeat';
/** How the names of our own hidden fields begin. */
export const OWN_PREFIX = '_action_';
