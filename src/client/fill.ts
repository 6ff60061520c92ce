import type { RowValues } from '../shared/wire-list.js';

type Wire = typeof import('../shared/wire-list.js');
/** As in `shared/wire-list.ts`, which is the list part's: taken from there they would be a chunk of their own. */
const FILL: Wire['FILL_ATTRIBUTE'] = 'data-action-fill';
const ROW: Wire['ROW_ATTRIBUTE'] = 'data-action-row';

/** Has a new row show what a button says, as if the server had printed it so. Gives none where only the server can. */
export function fillRow(row: HTMLElement | undefined, button: HTMLElement): HTMLElement | undefined {
  const json = button.getAttribute(FILL);
  if (!row || !json) return undefined;
  // why: the server writes it
  const values = JSON.parse(json) as RowValues;
  for (const control of row.querySelectorAll<Control>('input,select,textarea')) {
    const raw = values[control.name.slice(row.getAttribute(ROW)?.length)] ?? [];
    if (control.options) for (const option of control.options) option.defaultSelected = raw.includes(option.value);
    else if (/^(checkbox|radio)$/.test(control.type)) control.defaultChecked = raw.includes(control.value);
    // What is hidden says something about the others, and what is secret or a file no page shows.
    else if (!/^(hidden|password|file)$/.test(control.type)) control.defaultValue = raw.at(-1) ?? '';
  }
  return row;
}

// why: a control has one or the other, and what it has is asked first
type Control = Omit<HTMLInputElement, 'options'> & { readonly options?: HTMLOptionsCollection };
