import { FILL_ATTRIBUTE } from '../../shared/wire-list.js';
import type { RowsIntent } from '../../submission/edit-rows.js';
import type { RawValues } from '../../submission/values.js';
import type { FormView } from './form-view.js';
import { VIEW, type Form, type WithView } from './form-types.js';
import { toIntentAttributes, toRowIntent } from './intent-attributes.js';
import { toToken, tokenName, type Token } from './tokens.js';

/**
 * The object that pages work with, around the view that components print.
 *
 * @param values What the form shows, raw, as far as pages may know of it.
 */
export function toForm(view: FormView, result: unknown, values: () => RawValues): Form<unknown, unknown> & WithView {
  let shown: Readonly<Record<string, string>> | undefined;
  return {
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
      if (type !== 'insert') return toIntentAttributes(toRowIntent(type, name));
      view.used.fills = true;
      const fill = { [FILL_ATTRIBUTE]: toFill(view.freshRow(name, options.value), options.value) };
      return { ...toIntentAttributes({ type, list: name, ...options }), ...fill };
    },
    // Few pages ask.
    get values() {
      return (shown ??= lastValues(values()));
    },
    errors: view.summary.filter(({ name }) => name === '').map(({ message }) => message),
    result,
    message: view.message,
    title: (text) => (view.state === 'failed' || view.summary.length > 0 ? view.messages.titlePrefix + text : text),
    attributes: view.attributes,
    [VIEW]: view,
  };
}

/** What the island shows in a new row: what is a list itself has rows that only the server prints. */
function toFill(row: RawValues, value: unknown): string {
  return hasList(value) ? '' : JSON.stringify(row);
}

function hasList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.values(value).some(hasList);
}

/** The view of a form that `getForm` made. */
export function viewOf(form: object): FormView {
  return (form as WithView)[VIEW]; // why: forms come from toForm only
}

/** One value a name: where a name was sent several times, the last. */
function lastValues(values: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}
