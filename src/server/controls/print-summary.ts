import type { FormView } from '../form/form-view.js';
import type { Attributes } from './merge-attributes.js';
import { printElement, printText } from './print-element.js';

/** What is around the errors of a form: the attributes of the box, and the id that they name the heading by. */
export interface SummaryBox {
  readonly attributes: Attributes;
  readonly titleId: string;
}

/** The HTML of a form's error summary. The title is HTML. */
export function printSummary({ summary }: FormView, { attributes, titleId }: SummaryBox, title: string): string {
  const lines = summary.map(({ message, href }) => {
    const text = printText(message);
    return printElement('li', {}, href === undefined ? text : printElement('a', { href }, text));
  });
  const heading = printElement('h2', { id: titleId }, title);
  return printElement('div', attributes, heading + printElement('ul', {}, lines.join('')));
}
