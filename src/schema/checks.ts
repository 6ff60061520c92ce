import type { $ZodCheckDef, $ZodChecks, $ZodType } from 'zod/v4/core';
import type { Bound, Range, Size, StringFormat } from './kinds.js';
import { checkDefOf, defOf } from './zod.js';

type CheckDef = $ZodChecks['_zod']['def'];

/** The checks of a schema in the order they run. Formats such as `z.email()` and `z.int()` are their own first check. */
export function checksOf(schema: $ZodType): readonly CheckDef[] {
  const def = defOf(schema);
  const added = (def.checks ?? []).map(checkDefOf);
  const all: readonly $ZodCheckDef[] = 'check' in def ? [def, ...added] : added;
  // why: each entry is one of Zod's checks; those of other kinds, `custom` for one, match no case of the readers
  return all as readonly CheckDef[];
}

/** The strictest bounds that a schema sets. */
export function readRange<T extends number | bigint | Date>(checks: readonly CheckDef[]): Range<T> {
  let min: Bound<T> | undefined;
  let max: Bound<T> | undefined;
  for (const check of checks) {
    if (check.check !== 'greater_than' && check.check !== 'less_than') continue;
    // why: the author's bound has the type of the schema it was put on
    const bound: Bound<T> = { value: check.value as T, exclusive: !check.inclusive };
    if (check.check === 'greater_than') {
      if (!min || bound.value > min.value || (Number(bound.value) === Number(min.value) && bound.exclusive))
        min = bound;
    } else if (!max || bound.value < max.value || (Number(bound.value) === Number(max.value) && bound.exclusive)) {
      max = bound;
    }
  }
  return { min, max };
}

/** The bounds of a length, a size or a number of items. */
export function readSize(checks: readonly CheckDef[]): Size {
  let min: number | undefined;
  let max: number | undefined;
  const atLeast = (size: number) => (min = Math.max(min ?? size, size));
  const atMost = (size: number) => (max = Math.min(max ?? size, size));
  for (const check of checks) {
    switch (check.check) {
      case 'min_length':
      case 'min_size':
        atLeast(check.minimum);
        break;
      case 'max_length':
      case 'max_size':
        atMost(check.maximum);
        break;
      case 'length_equals':
        atLeast(check.length);
        atMost(check.length);
        break;
      case 'size_equals':
        atLeast(check.size);
        atMost(check.size);
        break;
    }
  }
  return { min, max };
}

/** Which whole numbers a format stands for, where it is a format of whole numbers. */
export function readIntegerFormat(checks: readonly CheckDef[]): 'safeint' | 'int32' | 'uint32' | undefined {
  for (const check of checks) {
    if (check.check !== 'number_format') continue;
    if (check.format === 'safeint' || check.format === 'int32' || check.format === 'uint32') return check.format;
  }
  return undefined;
}

/** The first format of a string that is more than an expression of the author's. */
export function readFormat(checks: readonly CheckDef[]): StringFormat | undefined {
  for (const check of checks) {
    if (check.check !== 'string_format' || check.format === 'regex') continue;
    return {
      name: check.format,
      pattern: check.pattern,
      local: 'local' in check && check.local === true,
      precision: 'precision' in check && typeof check.precision === 'number' ? check.precision : undefined,
    };
  }
  return undefined;
}

export function readMultiples(checks: readonly CheckDef[]): number[] {
  return checks.flatMap((check) => (check.check === 'multiple_of' ? [Number(check.value)] : []));
}

export function readMime(checks: readonly CheckDef[]): string[] {
  return checks.flatMap((check) => (check.check === 'mime_type' ? check.mime : []));
}

/** What the checks of a string say about the text as it is typed, before `.trim()` and its kin change it. */
export interface TextChecks {
  readonly size: Size;
  readonly patterns: readonly RegExp[];
  readonly rejectsEmpty: boolean;
}

export function readText(checks: readonly CheckDef[]): TextChecks {
  const change = checks.findIndex((check) => check.check === 'overwrite');
  const typed = change < 0 ? checks : checks.slice(0, change);
  const changed = change < 0 ? [] : checks.slice(change);
  const onlyTrims = changed.every((check) => check.check !== 'overwrite' || isTrim(check.tx));
  const size = readSize(typed);
  return {
    size: { min: onlyTrims ? readSize(checks).min : size.min, max: size.max },
    patterns: typed.flatMap((check) =>
      check.check === 'string_format' && check.format === 'regex' && check.pattern ? [check.pattern] : [],
    ),
    rejectsEmpty: checks.some(rejectsEmptyText),
  };
}

function rejectsEmptyText(check: CheckDef): boolean {
  switch (check.check) {
    case 'min_length':
      return check.minimum > 0;
    case 'length_equals':
      return check.length > 0;
    case 'string_format':
      return formatRejectsEmpty(check);
    default:
      return false;
  }
}

/** Formats have an expression that `''` does not match; those of uppercase and lowercase match it. */
function formatRejectsEmpty(check: Extract<CheckDef, { check: 'string_format' }>): boolean {
  if (check.format === 'url' || check.format === 'jwt') return true;
  if (!check.pattern) return false;
  const { source, flags } = check.pattern;
  return !new RegExp(source, flags.replace(/[gy]/g, '')).test('');
}

/** A trimmed text is never longer than what was typed, so a minimum holds for both. */
function isTrim(change: (text: never) => unknown): boolean {
  try {
    // why: a change on a string takes strings
    return (change as (text: string) => unknown)('  aB c ') === 'aB c';
  } catch {
    return false;
  }
}
