import { formatIntent, type Intent, type RowIntent } from '../../shared/intent.js';
import { parentPath, formatPath, parsePath } from '../../shared/path.js';
import { INTENT_FIELD, NATIVE_ATTRIBUTE } from '../../shared/wire.js';
import { developerError } from '../developer-error.js';
import type { Attributes } from './field-view.js';

/** The attributes of a submit button that edits its form: the browser checks nothing then, and the page answers. */
export function toIntentAttributes(intent: Intent): Attributes {
  return {
    type: 'submit',
    name: INTENT_FIELD,
    value: formatIntent(intent),
    formnovalidate: true,
    [NATIVE_ATTRIBUTE]: '',
  };
}

/** What is to be done with a row, by the row's name. @throws AstroError for a field that is no row. */
export function toRowIntent(type: RowIntent, name: string): Intent {
  const path = parsePath(name);
  const at = path.at(-1);
  if (typeof at === 'number') return { type, list: formatPath(parentPath(path)), at };
  throw developerError(
    'An intent for a row, of a field that is none',
    `${JSON.stringify(name)} is no row of a list.`,
    "Give it the token of a row: form.intent('remove', form.fields.items[0]), or the argument of FieldList's function.",
  );
}
