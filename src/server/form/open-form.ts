import type { Form, FormAction, FormOptions, PageContext } from './form-types.js';
import { getForm } from './get-form.js';

/** The form of a component that was given an action instead of a form: `<ActionForm action={actions.x}>`. */
export function openForm(
  page: PageContext,
  { action, ...options }: FormOptions<unknown> & { readonly action: FormAction },
): Form<unknown, unknown> {
  return getForm(page, action, options);
}
