/** A copy with what was typed, chosen and ticked, which a clone of the markup has not: files too. */
export function copyOf(row: HTMLElement): HTMLElement {
  // why: a clone is what it is a clone of
  const copy = row.cloneNode(true) as HTMLElement;
  const copies = copy.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input,select,textarea');
  for (const [index, control] of row
    .querySelectorAll<HTMLInputElement & HTMLSelectElement>('input,select,textarea')
    .entries()) {
    const target = copies[index];
    if (!target) continue;
    if (control.files) target.files = control.files;
    else if (control.options)
      for (const { index: at, selected } of control.options) target.options[at]!.selected = selected;
    else {
      target.checked = control.checked;
      target.value = control.value;
    }
  }
  return copy;
}
