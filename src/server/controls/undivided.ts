/** A field that is made of several, printed as one control: said to the developer. */
import { developerError } from '../developer-error.js';

/** A list has as many controls as it has rows. */
export function listInOneControl(name: string) {
  return developerError(
    'A list in one control',
    `"${name}" is a list, and what is printed for it holds one value.`,
    `Print its rows: \`<FieldList of={form.fields.${name}}>{(row) => <Field of={row} />}</FieldList>\`.`,
    'Where its values are chosen, pass `options` and `as="checkboxes"`, or make them a `z.enum([…])` in the schema.',
  );
}

/** An object has a control for each of its fields. */
export function objectInOneControl(name: string, keys: readonly string[]) {
  const [key = '…'] = keys;
  return developerError(
    'An object in one control',
    `"${name}" is made of fields of its own${keys.length > 0 ? ` (${keys.join(', ')})` : ''}, and one control holds one value.`,
    `Print its fields: \`<Field of={form.fields.${name}.${key}} />\`. Errors of the whole are shown by \`<FieldErrors of={form.fields.${name}} />\`.`,
    'Where one control is to hold all of it as JSON, say so in the schema: `zfd.json(…)`.',
  );
}
