import type { Kit } from '../kit.js';

/**
 * A copy with what was typed, chosen and ticked: a clone has all of it but files and the choices of a `<select>`. It begins
 * without errors, as one that the server prints.
 */
export function copyOf(row: HTMLElement, write: Kit['write']): HTMLElement {
  // why: a clone is what it is a clone of
  const copy = row.cloneNode(true) as HTMLElement;
  const copies = partsOf(copy);
  for (const [index, part] of partsOf(row).entries()) {
    const target = copies[index]!;
    write(target, '');
    if (part.files) target.files = part.files;
    if (part.selected !== undefined) target.selected = part.selected;
  }
  return copy;
}

/** What a clone has too little of, and what it has too much of. */
function partsOf(row: HTMLElement): NodeListOf<HTMLElement & Partial<HTMLInputElement & HTMLOptionElement>> {
  return row.querySelectorAll('input,option,[data-action-errors],[aria-invalid]');
}
