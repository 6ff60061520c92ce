import type { Form, FormAction, FormOptions, PageContext } from './form-types.js';
import { formOfAction } from './get-form.js';

/** The form of a component that was given an action instead of a form: `<ActionForm action={actions.x}>`. */
export function openForm(
  page: PageContext,
  { action, ...options }: FormOptions<unknown> & { readonly action: FormAction },
): Form<unknown, unknown> {
  return formOfAction(page, action, options, 'drop-in');
}
