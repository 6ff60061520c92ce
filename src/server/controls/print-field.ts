import type { FieldView } from '../form/field-view.js';
import type { ControlElement } from './control-types.js';
import type { Attributes } from './merge-attributes.js';
import { printControl, printOption } from './print-control.js';
import { printElement, printText } from './print-element.js';

/** Everything that a field is printed from. */
export interface PrintedField {
  readonly field: FieldView;
  readonly element: ControlElement;
  /** Attributes of the box around all of it. */
  readonly box: Attributes;
}

/** The HTML of a field: its box, its label, hint and errors, and its control. Label and hint are HTML. */
export function printField({ field, element, box }: PrintedField, label: string, hint: string | undefined): string {
  const { attributes, id, errors } = field;
  const help = hint === undefined ? '' : printElement('p', { ...attributes.hint, 'data-action-hint': '' }, hint);
  const error = printElement('p', attributes.error, printText(errors.join('\n')));
  const control = printControl(element);
  if (isBox(element)) return inBox(element, box, printOption(id, control, label) + help + error);
  const name = isGroup(element) ? printElement('legend', {}, label) : printElement('label', { for: id }, label);
  return inBox(element, box, name + help + control + error);
}

/** What is around the parts of a field: a `<fieldset>` where it is a group. */
export function inBox(element: ControlElement, box: Attributes, parts: string): string {
  return printElement(isGroup(element) ? 'fieldset' : 'div', box, parts);
}

export function isGroup({ tag }: ControlElement): boolean {
  return tag === 'group';
}

function isBox(element: ControlElement): boolean {
  return element.tag === 'input' && element.attributes['type'] === 'checkbox';
}

/** Nothing is to be seen of such a field, and nothing to be said about it. */
export function isHidden(element: ControlElement): boolean {
  return element.tag === 'input' && element.attributes['type'] === 'hidden';
}
