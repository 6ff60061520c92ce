/** What `wire.ts` is for, of what helps with a control: apart from the rest, because it loads by itself. */

/** On what is around a control and the elements beside it. */
export const AIDED_ATTRIBUTE = 'data-action-aided';
/** On the button that shows what is in a password field: what it says once that is shown. */
export const REVEAL_ATTRIBUTE = 'data-action-reveal';
/** On the place that says how many characters are left: how many there may be. */
export const COUNT_ATTRIBUTE = 'data-action-count';
/** There: what is said below the limit, and past it, with `{count}` for the number. */
export const COUNT_LEFT_ATTRIBUTE = 'data-action-count-left';
export const COUNT_OVER_ATTRIBUTE = 'data-action-count-over';
/** There, while there are too many. */
export const OVER_ATTRIBUTE = 'data-action-over';
/** On the `<output>` of a range: what it says, with `{value}` for the value. */
export const OUTPUT_ATTRIBUTE = 'data-action-output';
