import type { Attributes } from './merge-attributes.js';

/** What the button that Enter presses has of the form's own first submit button. */
export function toDefaultButton(submit: Attributes = {}): Attributes {
  const { name, value, formaction, formmethod, formenctype, formtarget, formnovalidate } = submit;
  return { type: 'submit', name, value, formaction, formmethod, formenctype, formtarget, formnovalidate };
}
