/** What `wire.ts` is for, of files that are chosen and not sent: apart from the rest, because it loads by itself. */

/** On a control for several files: what the button beside each says that takes it out again. */
export const REMOVE_TEXT_ATTRIBUTE = 'data-action-remove-text';
/** On the list of the files that are chosen. */
export const CHOSEN_ATTRIBUTE = 'data-action-chosen';
