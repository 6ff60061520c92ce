import { AIDED_ATTRIBUTE } from '../../shared/wire-aids.js';
import { KEPT_ATTRIBUTE } from '../../shared/wire-upload.js';
import type { ControlElement, KeptElement, SelectGroup, SelectOption } from './control-types.js';
import { printElement, printText } from './print-element.js';

/** The HTML of a control: of a group the choices, whose `<fieldset>` is the field's. */
export function printControl(element: ControlElement): string {
  const hidden =
    'hidden' in element && element.hidden ? printElement('input', { type: 'hidden', ...element.hidden }) : '';
  const kept = 'kept' in element && element.kept ? printKept(element.kept) : '';
  return kept + hidden + printVisible(element);
}

/** What was kept of an earlier submission: sent again without being chosen again. */
function printKept(files: readonly KeptElement[]): string {
  const items = files.map(({ id, name, label, removeLabel, input, remove }) => {
    const button = { ...remove, 'aria-label': `${removeLabel}: ${name}` };
    const parts = [
      printElement('span', { id }, printText(label)),
      printElement('button', button, printText(removeLabel)),
      printElement('input', input),
    ];
    return printElement('li', {}, parts.join(''));
  });
  return printElement('ul', { [KEPT_ATTRIBUTE]: '' }, items.join(''));
}

function printVisible(element: ControlElement): string {
  switch (element.tag) {
    case 'input':
      return withAids(element, printElement('input', element.attributes));
    case 'textarea':
      // a parser takes the first line break away
      return withAids(
        element,
        printElement('textarea', element.attributes, printText(element.text.replace(/^\n/, '\n\n'))),
      );
    case 'select':
      return printElement('select', element.attributes, element.options.map(printChoice).join(''));
    case 'group':
      return element.options
        .map(({ label, attributes }) =>
          printOption(attributes['id'], printElement('input', attributes), printText(label)),
        )
        .join('');
    default:
      return element satisfies never;
  }
}

function printChoice({ label, ...option }: SelectOption | SelectGroup): string {
  if (!('options' in option)) return printElement('option', option, printText(label));
  const { options, ...group } = option;
  return printElement('optgroup', { ...group, label }, options.map(printChoice).join(''));
}

/** The control in one box with what stands beside it, and its suggestions behind. */
function withAids(element: Extract<ControlElement, { tag: 'input' | 'textarea' }>, control: string): string {
  const aids = (element.aids ?? []).map(({ tag, attributes, text }) => printElement(tag, attributes, printText(text)));
  const visible = aids.length === 0 ? control : printElement('div', { [AIDED_ATTRIBUTE]: '' }, control + aids.join(''));
  const { suggestions } = element as Partial<Extract<ControlElement, { tag: 'input' }>>; // why: a textarea has none
  if (suggestions === undefined) return visible;
  const options = suggestions.options.map(({ label, ...option }) => printElement('option', option, printText(label)));
  return visible + printElement('datalist', { id: suggestions.id }, options.join(''));
}

/** A box or a radio button with its label behind it. */
export function printOption(id: unknown, control: string, label: string): string {
  return `<div data-action-option>${control}${printElement('label', { for: String(id) }, label)}</div>`;
}
