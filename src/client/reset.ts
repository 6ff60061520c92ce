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
  const edits: [Element, object | false][] = [];
  for (const element of own(form, 'elements')) {
    // why: listed elements that have no value lack these members, and are passed over
    const control = element as HTMLInputElement & HTMLSelectElement;
    if (/password|file/.test(control.type)) {
      control.value = '';
      control.removeAttribute('value');
      // An element of one's own may hold anything.
    } else if (typeof control.value === 'string') {
      edits.push([control, editOf(control, sent)]);
      if (keep || isTyped) setDefault(control, keep && sent);
    }
  }
  if (!mode) return;
  settled.add(form);
  if (keep) return;
  own(form, 'reset')();
  for (const [control, edit] of edits) Object.assign(control, edit);
}

/** Makes what was sent the default, which may have been edited since; or, where nothing is given, nothing at all. */
function setDefault(control: HTMLInputElement & HTMLSelectElement, sent: FormData | false): void {
  const { name, type, value, options } = control;
  const values = sent ? sent.getAll(name) : [];
  // Nothing is sent of what is disabled.
  const isSent = (each: string, isOn: boolean, isUnsent: boolean) => (sent && isUnsent ? isOn : values.includes(each));
  if (/checkbox|radio/.test(type))
    control.defaultChecked = isSent(value, control.checked, control.matches(':disabled'));
  else if (options)
    for (const option of options) option.defaultSelected = isSent(option.value, option.selected, !values.length);
  else if (!/hidden|submit|image|reset|button/.test(type)) {
    const [other, another] = othersThan(value, values);
    // Of several texts of one name, that differ from what was sent, nobody knows which is which.
    // why: what was sent of a text is text
    if (another === undefined) control.defaultValue = sent ? ((other ?? value) as string) : '';
  }
}

/** What was typed or chosen since it was sent, which stays, and so does the caret. */
function editOf(control: HTMLInputElement, sent: FormData): object | false {
  const { name, type, value, selectionStart, selectionEnd } = control;
  // A button says its own value again, and of several choices one is not all.
  if (/submit|multiple/.test(type) || !othersThan(value, sent.getAll(name)).length) return false;
  return { value, ...(selectionStart != null && control.matches(':focus') && { selectionStart, selectionEnd }) };
}

/** What was sent, unless it is this text, whose lines a hard wrap may have broken, and which a listener may have trimmed. */
function othersThan(text: string, values: FormDataEntryValue[]): FormDataEntryValue[] {
  const bare = (value: FormDataEntryValue) => String(value).replace(/\s/g, '');
  return values.map(bare).includes(bare(text)) ? [] : values;
}
