import type { Attributes } from './merge-attributes.js';

/**
 * A button that is there for Enter alone, and does what the form's own first submit button does: implicit submission
 * presses the first submit button in the document (HTML, "implicit submission"), seen or not, if it is rendered.
 */
export function toDefaultButton(submit: Attributes = {}): Attributes {
  const { name, value, formaction, formmethod, formenctype, formtarget, formnovalidate } = submit;
  return {
    type: 'submit',
    name,
    value,
    formaction,
    formmethod,
    formenctype,
    formtarget,
    formnovalidate,
    tabindex: '-1',
    'aria-hidden': 'true',
    'data-action-default': '',
    style: 'position:absolute;inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)',
  };
}
