/** How many fields a form has at most without being a large one. */
export const MANY_FIELDS = 80;
