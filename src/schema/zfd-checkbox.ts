import type { $ZodType } from 'zod/v4/core';
import { defOf } from './zod.js';

/**
 * The `trueValue` of a `zfd.checkbox()`, told by its shape: an optional union of a literal that becomes `true`,
 * a literal `undefined` that becomes `false`, and a boolean; then a transform. `undefined` for any other schema.
 */
export function checkboxTrueValue(schema: $ZodType): string | undefined {
  const pipe = defOf(schema);
  if (pipe.type !== 'pipe') return undefined;
  const optional = defOf(pipe.in);
  if (optional.type !== 'optional') return undefined;
  const union = defOf(optional.innerType);
  if (union.type !== 'union' || union.options.length !== 3) return undefined;
  const [on, off, boolean] = union.options;
  if (!on || !off || !boolean || defOf(boolean).type !== 'boolean') return undefined;
  const value = literalBeforeTransform(on);
  return typeof value === 'string' && literalBeforeTransform(off) === undefined && isPipe(off) ? value : undefined;
}

function literalBeforeTransform(schema: $ZodType): unknown {
  const pipe = defOf(schema);
  if (pipe.type !== 'pipe' || defOf(pipe.out).type !== 'transform') return undefined;
  const literal = defOf(pipe.in);
  return literal.type === 'literal' && literal.values.length === 1 ? literal.values[0] : undefined;
}

function isPipe(schema: $ZodType): boolean {
  return defOf(schema).type === 'pipe';
}
