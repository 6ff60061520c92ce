import { printElement } from './print-element.js';

/**
 * A hidden input that says that a row is there, as HTML: radio buttons of which none is chosen send nothing, and a row that
 * nothing is sent of is none. A row that is one control has its name already, and a query is read by people.
 *
 * @param html What is in the row.
 */
export function rowMark(row: string, html: string, method: unknown): string {
  if (method === 'get' || !html.includes('type="radio"')) return '';
  const mark = printElement('input', { type: 'hidden', name: row, value: '' });
  const [name] = / name="[^"]*"/.exec(mark) ?? [''];
  return html.includes(name) ? '' : mark;
}
