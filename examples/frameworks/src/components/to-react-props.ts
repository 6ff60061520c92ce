import type { FormField } from 'astro-action-forms/server';

/** What React calls otherwise than HTML, of the attributes that `form.field()` gives. */
const reactNames: Readonly<Record<string, string>> = {
  autocomplete: 'autoComplete',
  enterkeyhint: 'enterKeyHint',
  for: 'htmlFor',
  inputmode: 'inputMode',
  maxlength: 'maxLength',
  minlength: 'minLength',
  // With `value` and `checked` React would keep them as they are; the browser is to have them.
  value: 'defaultValue',
  checked: 'defaultChecked',
};

/** Attributes of `form.field()` as props of a React element. */
export function toReactProps(attributes: FormField['control']): FormField['control'] {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactNames[name] ?? name, value]));
}
