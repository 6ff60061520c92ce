import type { own as Own } from './form.js';

export interface ResetOptions {
  readonly mode: string | null;
  readonly sent: FormData;
  /** Whether the form came from the server with errors. */
  readonly cameWithErrors: boolean;
}

/** Forms whose defaults were put right since the page came. */
const settled = new WeakSet<HTMLFormElement>();

/**
 * After a success: what was sent becomes the defaults (`keep`), or the form goes back to them (`clear`). A form that
 * came with errors has what a person typed as its defaults; `clear` empties those. Passwords and files go either way.
 */
export function resetForm(form: HTMLFormElement, { mode, sent, cameWithErrors }: ResetOptions, own: typeof Own): void {
  const keep = mode === 'keep';
  const isTyped = mode && cameWithErrors && !settled.has(form);
  for (const element of own(form, 'elements')) {
    // why: listed elements that have no value lack these members, and are passed over
    const control = element as HTMLInputElement & HTMLSelectElement;
    if (/^(password|file)$/.test(control.type)) empty(control);
    else if (keep || isTyped) setDefault(control, keep ? sent : undefined);
  }
  if (!mode) return;
  settled.add(form);
  if (!keep) keepEdits(form, sent, own);
}

function empty(control: HTMLInputElement): void {
  control.value = '';
  control.removeAttribute('value');
}

/** Makes what was sent the default, which may have been edited since; or, where nothing is given, nothing at all. */
function setDefault(control: HTMLInputElement & HTMLSelectElement, sent?: FormData): void {
  const { name, type, value, options } = control;
  const values = sent?.getAll(name) ?? [];
  // Nothing is sent of what is disabled.
  const isSent = (each: string, isOn: boolean, isUnsent: boolean) =>
    !!sent && (isUnsent ? isOn : values.includes(each));
  if (/^(checkbox|radio)$/.test(type))
    control.defaultChecked = isSent(value, control.checked, control.matches(':disabled'));
  else if (options)
    for (const option of options) option.defaultSelected = isSent(option.value, option.selected, !values.length);
  else if (!/^(hidden|submit|image|reset|button)$/.test(type)) {
    const [other, another] = values.includes(value) ? [] : values;
    // Of several texts of one name, that differ from what was sent, nobody knows which is which.
    if (another === undefined) control.defaultValue = !sent ? '' : String(other ?? value);
  }
}

/** What was typed or chosen since it was sent stays, and so does the caret. */
function keepEdits(form: HTMLFormElement, sent: FormData, own: typeof Own): void {
  const edits: [Element, object][] = [];
  for (const element of own(form, 'elements')) {
    // why: listed elements that have no value send nothing, and are passed over
    const { name, type, value, selectionStart, selectionEnd } = element as HTMLInputElement;
    const values = sent.getAll(name);
    // A button says its own value again, and of several choices one is not all.
    if (!values.length || values.includes(value) || /^(submit|select-multiple)$/.test(type)) continue;
    const hasCaret = element.matches(':focus') && selectionStart != null;
    edits.push([element, hasCaret ? { value, selectionStart, selectionEnd } : { value }]);
  }
  own(form, 'reset')();
  for (const [control, edit] of edits) Object.assign(control, edit);
}
