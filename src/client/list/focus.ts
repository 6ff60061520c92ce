/** Goes to an element, which no Tab key may reach by itself. */
export function focus(element: HTMLElement): void {
  element.focus();
  if (element.matches(':focus')) return;
  element.tabIndex = -1;
  element.focus();
}

/** Goes to the first control in a row that can have the focus. */
export function focusFirst(row: HTMLElement): void {
  const controls = row.querySelectorAll<HTMLElement>('input:not([type=hidden]),select,textarea');
  focus([...controls].find((control) => control.checkVisibility() && !control.matches(':disabled')) ?? row);
}
