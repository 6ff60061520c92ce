import type { $ZodType } from 'zod/v4/core';
import type { FieldMeta, Preprocess } from './kinds.js';
import { probePreprocess } from './preprocess.js';
import { checkboxTrueValue } from './zfd-checkbox.js';
import { defOf, lazyInnerOf, metaOf, noteOf } from './zod.js';

/** A schema without what is wrapped around it, and what the wrappers say. */
export interface Unwrapped {
  readonly core: $ZodType;
  readonly meta: FieldMeta;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly catches: boolean;
  readonly defaultValue?: () => unknown;
  readonly preprocess?: Preprocess;
}

type Draft = { -readonly [Key in keyof Unwrapped]: Unwrapped[Key] } & { required: boolean };

/** More wrappers than this around one schema are a cycle of `z.lazy()` that never reaches a schema. */
const MAX_WRAPPERS = 200;

/**
 * Looks through every wrapper to the schema that decides how input is read. Of a pipe that is its input side; of a
 * `z.preprocess` what comes after it, since a form cannot know what the function takes.
 */
export function unwrap(schema: $ZodType): Unwrapped {
  const draft: Draft = { core: schema, meta: {}, optional: false, nullable: false, catches: false, required: false };
  for (let count = 0; count < MAX_WRAPPERS; count += 1) {
    draft.meta = { ...metaOf(draft.core), ...draft.meta };
    const inner = enter(draft);
    if (!inner) return draft;
    draft.core = inner;
  }
  throw new RangeError('z.lazy() refers to itself without a schema in between');
}

/** Notes what one wrapper says and gives what is inside; `undefined` when there is nothing to look through. */
function enter(draft: Draft): $ZodType | undefined {
  const def = defOf(draft.core);
  switch (def.type) {
    case 'optional':
      if (!draft.required) draft.optional = true;
      return def.innerType;
    case 'nonoptional':
      if (!draft.optional) draft.required = true;
      return def.innerType;
    case 'default':
    case 'prefault':
      draft.optional = true;
      draft.defaultValue ??= () => def.defaultValue;
      return def.innerType;
    case 'nullable':
      draft.nullable = true;
      return def.innerType;
    case 'catch':
      draft.catches = true;
      return def.innerType;
    case 'readonly':
    case 'success':
      return def.innerType;
    case 'lazy':
      return lazyInnerOf(draft.core, def.getter);
    case 'pipe':
      return enterPipe(draft, def);
    default:
      return undefined;
  }
}

function enterPipe(draft: Draft, def: { readonly in: $ZodType; readonly out: $ZodType }): $ZodType | undefined {
  if (checkboxTrueValue(draft.core) !== undefined || stringboolWords(draft.core)) return undefined;
  const before = defOf(def.in);
  if (before.type !== 'transform') return def.in;
  const transform = before.transform;
  // of several the outermost counts that changes anything
  if (draft.preprocess === undefined || draft.preprocess.takes === 'same') {
    draft.preprocess = {
      schema: draft.core,
      optional: draft.optional,
      nullable: draft.nullable,
      ...probePreprocess((input) => transform(input, { value: input, issues: [] })),
    };
  }
  return def.out;
}

/** The words of `z.stringbool()`; `undefined` for any other schema. */
export function stringboolWords(schema: $ZodType): { truthy: string[]; falsy: string[] } | undefined {
  const truthy = noteOf(schema, 'truthy');
  const falsy = noteOf(schema, 'falsy');
  return Array.isArray(truthy) && Array.isArray(falsy)
    ? { truthy: truthy.map(String), falsy: falsy.map(String) }
    : undefined;
}
