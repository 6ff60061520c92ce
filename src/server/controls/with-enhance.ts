import { VIEW } from '../form/form-types.js';
import { viewOf } from '../form/to-form.js';

/** The same form with or without the island, where `<ActionForm>` says otherwise than `getForm`. */
export function withEnhance<TForm extends object>(form: TForm, enhance: boolean | undefined): TForm {
  const view = viewOf(form);
  if (enhance === undefined || enhance === view.enhance) return form;
  return { ...form, [VIEW]: { ...view, enhance } };
}
