import { hasFiles } from '../../schema/control.js';
import type { SchemaNode } from '../../schema/node.js';
import type { RawValues } from '../../submission/values.js';
import { fileFieldOf } from '../uploads/file-fields.js';

/** What pages may know of the values that a form shows: what stands for a kept file is for the form alone. */
export function withoutFiles(root: SchemaNode, values: RawValues): RawValues {
  if (!hasFiles(root)) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => fileFieldOf(root, name) === undefined));
}
