import type { RowsIntent } from '../../submission/edit-rows.js';
import type { FormView } from './form-view.js';
import { VIEW, type Form, type WithView } from './form-types.js';
import { toIntentAttributes, toRowIntent } from './intent-attributes.js';
import { toToken, tokenName, type Token } from './tokens.js';

/** The object that pages work with, around the view that components print. */
export function toForm(
  view: FormView,
  result: unknown,
  shown: Readonly<Record<string, string>>,
): Form<unknown, unknown> & WithView {
  return {
    [VIEW]: view,
    id: view.id,
    fields: toToken('') as Form<unknown>['fields'],
    field: (token, options) => view.control(tokenName(token), options),
    intent(
      type: RowsIntent['type'] | 'update',
      token?: Token<unknown>,
      options: { readonly at?: number; readonly value?: unknown } = {},
    ) {
      view.used.intents = true;
      view.used.updates ||= type === 'update';
      if (type === 'update' || token === undefined) return toIntentAttributes({ type: 'update' });
      const name = tokenName(token);
      return toIntentAttributes(type === 'insert' ? { type, list: name, ...options } : toRowIntent(type, name));
    },
    values: shown,
    errors: view.summary.filter(({ name }) => name === '').map(({ message }) => message),
    result,
    message: view.message,
    title: (text) => (view.state === 'failed' || view.summary.length > 0 ? view.messages.titlePrefix + text : text),
    attributes: view.attributes,
  };
}

/** The view of a form that `getForm` made. */
export function viewOf(form: object): FormView {
  return (form as WithView)[VIEW]; // why: forms come from toForm only
}

/** One value a name: where a name was sent several times, the last. */
export function lastValues(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}
