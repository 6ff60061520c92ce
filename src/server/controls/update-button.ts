import { UPDATE_ATTRIBUTE } from '../../shared/wire-dependent.js';
import { developerError } from '../developer-error.js';
import type { FormView } from '../form/form-view.js';
import { toIntentAttributes } from '../form/intent-attributes.js';
import { runtime } from '../runtime.js';
import type { Attributes } from './merge-attributes.js';

/**
 * A button that shows the form again with what depends on what was chosen, for where no island shows it at once.
 *
 * @param near Name of the field that it stands at.
 */
export function updateButton(form: FormView, near: string | undefined): Attributes {
  form.used.intents = true;
  form.used.updates = true;
  return {
    ...toIntentAttributes({ type: 'update', ...(near !== undefined && { near }) }),
    [UPDATE_ATTRIBUTE]: form.enhance ? '' : undefined,
    autofocus: form.takesFocus('update', near ?? '') || undefined,
  };
}

/** @throws AstroError in dev where only a script could show what depends on other fields. */
export function assertUpdates({ used }: FormView): void {
  if (!used.depends || used.updates || !runtime().options.dev) return;
  throw developerError(
    'A form with <When> and without <UpdateButton>',
    'where there is no JavaScript, nobody could have shown what depends on another field.',
    'Put an `<UpdateButton of={…} />` behind the field that it depends on.',
    "For a button of your own: `<button {...form.intent('update')}>`.",
  );
}
