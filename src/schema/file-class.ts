import type { $ZodType } from 'zod/v4/core';
import { defOf, noteOf } from './zod.js';

/** Whether a `custom` schema takes files: `z.instanceof(File)`, or `z.custom()` with a check that only a file passes. */
export function isFileSchema(schema: $ZodType): boolean {
  const byClass = noteOf(schema, 'Class');
  if (typeof byClass === 'function') return byClass === File || byClass === Blob || byClass.name === 'File';
  const def = defOf(schema);
  return def.type === 'custom' && passes(def.fn, new File(['a'], 'a.txt')) && !passes(def.fn, 'a');
}

function passes(check: (input: never) => unknown, input: unknown): boolean {
  try {
    // why: a custom check is written for unknown input
    return (check as (input: unknown) => unknown)(input) === true;
  } catch {
    return false;
  }
}
