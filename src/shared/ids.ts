import { splitName } from './path.js';

/**
 * An HTML id for a form key or a path segment: letters, digits and `_` stay, anything else becomes `_x<hex>_`,
 * so that the id needs no escaping in a selector or a fragment.
 */
export function toHtmlId(key: string): string {
  return key.replace(/[^A-Za-z0-9_]/gu, (char) => (char === '-' ? '-' : `_x${char.codePointAt(0)!.toString(16)}_`));
}

/**
 * The id of a field's control: form id and path segments joined by `-`, as in `order-items-0-sku`. A name that is no
 * path, which a client may have chosen, is one segment.
 */
export function fieldId(formId: string, name: string): string {
  return [formId, ...(splitName(name) ?? [name])].map(toHtmlId).join('-');
}

/** Id of the element that shows a field's errors. */
export const errorId = (controlId: string): string => `${controlId}-error`;
/** Id of the element that shows a field's hint. */
export const hintId = (controlId: string): string => `${controlId}-hint`;
/** Id of the text of one of a field's kept files. */
export const keptId = (controlId: string, index: number): string => `${controlId}-kept-${index}`;
