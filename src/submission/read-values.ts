import { readSchema } from '../schema/node.js';
import { toEcho } from './echo.js';
import { fixEntries } from './fixed.js';
import { indexEntries } from './index-entries.js';
import { withLimits } from './limits.js';
import type { ParseOptions } from './parse.js';
import { placeOf } from './places.js';
import type { RawValues } from './values.js';

/**
 * What a form shows again of what was sent, by its schema and without asking it: nothing is coerced or validated.
 *
 * @throws {SubmissionLimitError} if the form is past a limit.
 * @throws {SchemaError} if the schema is none that a form can fill.
 */
export function readValues(
  schema: unknown,
  form: FormData | URLSearchParams,
  { limits, fixed }: Pick<ParseOptions, 'limits' | 'fixed'> = {},
): RawValues {
  const root = readSchema(schema);
  const entries = indexEntries(form, withLimits(limits), placeOf(root));
  return toEcho(root, entries, fixed ? fixEntries(entries, root, fixed) : new Set());
}
