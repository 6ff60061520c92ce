import type { SchemaNode } from '../../schema/node.js';
import { parsePath } from '../../shared/path.js';
import { defaultValues, toRawValues, type RawValues } from '../../submission/values.js';

/**
 * What a form shows before anything is submitted: `values` where they say something, else the schema's defaults. Dates
 * with a time are shown in the zone in which they are read again.
 */
export function initialValues(root: SchemaNode, values: unknown, timeZone?: string): RawValues {
  if (values === undefined || values === null) return defaultValues(root, timeZone);
  const given = toRawValues(root, values, timeZone);
  const merged: Record<string, readonly string[]> = Object.create(null);
  for (const [name, raw] of Object.entries(defaultValues(root, timeZone))) {
    if (!isInsideGivenList(name, values)) merged[name] = raw;
  }
  return Object.assign(merged, given);
}

/** A list that `values` has replaces the default one, rows and all. */
function isInsideGivenList(name: string, values: unknown): boolean {
  let value = values;
  for (const segment of parsePath(name)) {
    if (typeof segment === 'number') return value !== undefined && value !== null;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return false;
    value = (value as Record<string, unknown>)[segment]; // why: narrowed to an object with this own key above
  }
  return false;
}
