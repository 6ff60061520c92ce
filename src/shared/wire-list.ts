/** What `wire.ts` is for, of lists: apart from the rest, because it loads by itself. */

/** Name of a submit button that edits the form; its value is the intent. */
export const INTENT_NAME = '_action_intent';
/** As `SUMMARY_ATTRIBUTE` of `wire.ts`. */
export const SUMMARY_HOOK = 'data-action-summary';
/** On the `<fieldset>` of a list: the list's name. */
export const LIST_ATTRIBUTE = 'data-action-list';
/** On the button of a list that adds a row to it. */
export const ADD_ATTRIBUTE = 'data-action-add';
/** On each row of a list: the row's name. */
export const ROW_ATTRIBUTE = 'data-action-row';
/**
 * On the `<template>` of a list's next row: what a row is called. On a list in such a row that has none, because it is again
 * one of a row further out: the id of that list, whose template is its own too.
 */
export const TEMPLATE_ATTRIBUTE = 'data-action-row-template';
/** On the hidden input that says that a list is empty. */
export const EMPTY_ATTRIBUTE = 'data-action-empty';
/** On a list: {@link RowLimits} as JSON. */
export const ROW_LIMITS_ATTRIBUTE = 'data-action-row-limits';
/** The fewest and the most rows of a list, each with what is said past it. `null`: there is no most. */
export type RowLimits = readonly [min: number, tooFew: string, max: number | null, tooMany: string];
/**
 * On a button of the page's own that adds a row: {@link RowValues} as JSON, which the row shows; `''` where only the server
 * can print such a row.
 */
export const FILL_ATTRIBUTE = 'data-action-fill';
/** Raw values by the names below a row: `.sku`, or `''` for a row that is one control. */
export type RowValues = Readonly<Record<string, readonly string[]>>;
