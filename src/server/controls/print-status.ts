import type { FormView } from '../form/form-view.js';
import { mergeAttributes, type Attributes } from './merge-attributes.js';
import { printElement, printText } from './print-element.js';

/**
 * The HTML of what is said of a form.
 *
 * @param done What a success says where the action gave no message.
 */
export function printStatus(form: FormView, done: string | undefined, given: Attributes): string {
  const text = form.state === 'succeeded' ? (form.message ?? done) : undefined;
  const own = {
    role: 'status',
    'data-action-status': done ?? '',
    ...(text !== undefined && { tabindex: '-1', autofocus: true }),
  };
  return printElement('p', mergeAttributes(own, given), printText(text ?? ''));
}
