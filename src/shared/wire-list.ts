/** What `wire.ts` is for, of lists: apart from the rest, because it loads by itself. */

/** Name of a submit button that edits the form; its value is the intent. */
export const INTENT_NAME = '_action_intent';
/** As `SUMMARY_ATTRIBUTE` of `wire.ts`. */
export const SUMMARY_HOOK = 'data-action-summary';
/** On the `<fieldset>` of a list: the list's name. */
export const LIST_ATTRIBUTE = 'data-action-list';
/** On each row of a list: the row's name. */
export const ROW_ATTRIBUTE = 'data-action-row';
/** On the `<template>` of a list's next row: the name that is used in it. */
export const TEMPLATE_ATTRIBUTE = 'data-action-row-template';
/** On the hidden input that says that a list is empty. */
export const EMPTY_ATTRIBUTE = 'data-action-empty';
/** On a list: the fewest and the most rows, and what is said past them. */
export const MIN_ROWS_ATTRIBUTE = 'data-action-min-rows';
export const MAX_ROWS_ATTRIBUTE = 'data-action-max-rows';
export const MIN_ROWS_TEXT_ATTRIBUTE = 'data-action-min-rows-text';
export const MAX_ROWS_TEXT_ATTRIBUTE = 'data-action-max-rows-text';
