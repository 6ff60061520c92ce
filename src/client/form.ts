/** A button that submitted a form. */
export type Submitter = HTMLButtonElement | HTMLInputElement;

/** Reads a member of a form past fields of that name: `<input name="action">` hides `form.action`. */
export function own<Key extends keyof HTMLFormElement>(form: HTMLFormElement, key: Key): HTMLFormElement[Key] {
  const member = Reflect.get(HTMLFormElement.prototype, key, form);
  return typeof member === 'function' ? member.bind(form) : member;
}

/** An attribute of the form itself. */
export function attribute(form: HTMLFormElement, name: string): string | null {
  return own(form, 'getAttribute')(name);
}
