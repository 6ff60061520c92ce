import type { SchemaNode } from '../../schema/node.js';
import { toRawScalar } from '../../submission/raw-scalar.js';
import type { RawValues } from '../../submission/values.js';
import { initialValues } from './initial-values.js';

/** What a new row shows, by the names below it: `.sku`, or `''` for a row that is one control. */
export function freshRow(element: SchemaNode, value: unknown, timeZone: string | undefined): RawValues {
  const given = value ?? element.defaultValue?.();
  const scalar = given === undefined ? undefined : toRawScalar(element, given, timeZone);
  if (scalar !== undefined) return { '': [scalar] };
  const below = Object.entries(initialValues(element, value, timeZone));
  return Object.fromEntries(below.map(([name, raw]) => [name.startsWith('[') ? name : `.${name}`, raw]));
}
