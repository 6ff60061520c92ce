import { AsyncLocalStorage } from 'node:async_hooks';
import { developerError } from '../developer-error.js';
import type { FormView } from './form-view.js';

const forms = new AsyncLocalStorage<FormView>();

/** Renders children that find this form. */
export function runWithForm<T>(view: FormView, render: () => T): T {
  return forms.run(view, render);
}

/** The form around a component, if there is one. */
export function formAround(): FormView | undefined {
  return forms.getStore();
}

/** The form around a component. @throws AstroError outside of a form. */
export function currentForm(): FormView {
  const view = forms.getStore();
  if (view !== undefined) return view;
  throw developerError(
    'A form component stands outside of a form',
    'Field, ErrorSummary, Submit and their like find their form around them.',
    'Put it inside <ActionForm>.',
    'In your own markup, use the objects of `form.field(form.fields.name)` instead.',
  );
}
