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
    else if (keep || isTyped) setDefault(control, keep);
  }
  if (!mode) return;
  settled.add(form);
  if (!keep) keepEdit(form, sent, own(form, 'reset'));
}

function empty(control: HTMLInputElement): void {
  control.value = '';
  control.removeAttribute('value');
}

function setDefault(control: HTMLInputElement & HTMLSelectElement, keep: boolean): void {
  if (/^(checkbox|radio)$/.test(control.type)) control.defaultChecked = keep && control.checked;
  else if (control.options) for (const option of control.options) option.defaultSelected = keep && option.selected;
  else if (!/^(hidden|submit|image|reset|button)$/.test(control.type)) control.defaultValue = keep ? control.value : '';
}

/** A text that is being edited again stays, and so does the caret. */
function keepEdit(form: HTMLFormElement, sent: FormData, reset: () => void): void {
  const { activeElement: active } = document;
  // why: only its text is looked at, and only where it has one
  const { form: owner, name, value, selectionStart, selectionEnd } = (active ?? {}) as Partial<HTMLTextAreaElement>;
  reset();
  if (!active || owner !== form || selectionStart == null || sent.getAll(name ?? '').includes(value ?? '')) return;
  Object.assign(active, { value, selectionStart, selectionEnd });
}
