/* oxlint-disable no-underscore-dangle -- `_zod` is where Zod keeps what schemas are made of; only this file, `zod.ts` and `validate.ts` open it */
import type { $ZodCheck, $ZodType } from 'zod/v4/core';
import { defOf, isZodSchema, valuesOf, type ZodDef } from './zod.js';

/** Says that Zod would take a value, and give out nothing else. `false` says nothing: Zod has to be asked. */
export type Accepts = (value: unknown) => boolean;

const known = new WeakMap<object, Accepts | null>();

/**
 * Tells of values that are valid that they are, in a third of the time of Zod's run, which makes an object for each part
 * and builds the whole value again. What decides are Zod's own checks; only types are looked at here, and only of kinds
 * that give out what they take. `undefined`: the schema has others, code of its author's, or a Zod that is not known here.
 *
 * Of objects, only the keys of the schema are looked at: the value must have no others.
 */
export function toAccepts(schema: unknown): Accepts | undefined {
  if (!isZodSchema(schema)) return undefined;
  let accepts = known.get(schema);
  if (accepts === undefined) known.set(schema, (accepts = build(schema, new Set()) ?? null));
  return accepts ?? undefined;
}

/** `above`: the schemas around, to end where one holds itself. */
function build(schema: $ZodType, above: ReadonlySet<$ZodType>): Accepts | undefined {
  if (above.has(schema) || !isOfZod(schema)) return undefined;
  const hasType = typeOf(schema, (inner) => build(inner, new Set([...above, schema])));
  const checks = checksOf(schema);
  return hasType && checks && withChecks(hasType, checks);
}

/** What this file knows of Zod it knows of these versions. */
const [MAJOR, OLDEST_MINOR, NEWEST_MINOR] = [4, 5, 6];

/** A class that somebody derived from Zod's may read in its own way. */
function isOfZod({ _zod: { version, traits } }: $ZodType): boolean {
  const { major, minor }: { major: number; minor: number } = version;
  if (major !== MAJOR || minor < OLDEST_MINOR || minor > NEWEST_MINOR) return false;
  return [...traits].every((trait) => /^_?\$?Zod[A-Z]/.test(trait)) && !traits.has('$ZodExactOptional');
}

type Build = (inner: $ZodType) => Accepts | undefined;

function typeOf(schema: $ZodType, of: Build): Accepts | undefined {
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return Number.isFinite;
    case 'bigint':
      return (value) => typeof value === 'bigint';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'date':
      return (value) => value instanceof Date && !Number.isNaN(value.getTime());
    case 'enum':
    case 'literal':
      return memberOf(new Set(valuesOf(schema)));
    case 'optional':
      return optional(def.innerType, of(def.innerType));
    case 'nullable':
      return either(null, of(def.innerType));
    case 'default':
    case 'prefault':
    case 'catch':
      return given(of(def.innerType));
    case 'array':
      return arrayOf(of(def.element));
    case 'object':
      return objectOf(def, of);
    default:
      return undefined;
  }
}

function memberOf(values: ReadonlySet<unknown>): Accepts {
  return (value) => values.has(value);
}

/** With a default inside, Zod puts that in the place of what is absent. */
function optional(inner: $ZodType, accepts: Accepts | undefined): Accepts | undefined {
  return inner._zod.optin === undefined ? either(undefined, accepts) : given(accepts);
}

function either(other: null | undefined, accepts: Accepts | undefined): Accepts | undefined {
  return accepts && ((value) => value === other || accepts(value));
}

/** What has a default is left to Zod where nothing was given. */
function given(accepts: Accepts | undefined): Accepts | undefined {
  return accepts && ((value) => value !== undefined && accepts(value));
}

function arrayOf(accepts: Accepts | undefined): Accepts | undefined {
  if (!accepts) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let at = 0; at < value.length; at += 1) if (!accepts(value[at])) return false;
    return true;
  };
}

function objectOf({ shape, catchall }: Extract<ZodDef, { type: 'object' }>, of: Build): Accepts | undefined {
  if (catchall || Object.getOwnPropertySymbols(shape).length > 0 || Object.hasOwn(shape, '__proto__')) return undefined;
  const keys = Object.keys(shape);
  const parts: Accepts[] = [];
  for (const key of keys) {
    const part = shape[key]!;
    const accepts = of(part);
    // Zod tells a required key that is absent from one that is `undefined`, as a literal may be
    if (!accepts || (part._zod.optin === undefined && accepts(undefined))) return undefined;
    parts.push(accepts);
  }
  return (value) => {
    if (!isPlainObject(value)) return false;
    for (let at = 0; at < keys.length; at += 1) if (!parts[at]!(value[keys[at]!])) return false;
    return true;
  };
}

/** Zod makes an object of what is another one, such as a file. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

type Check = $ZodCheck<never>['_zod'];

/** Checks of which each looks at the value alone, and runs no function of the schema's author. */
const plainChecks: ReadonlySet<string> = new Set([
  'less_than',
  'greater_than',
  'multiple_of',
  'number_format',
  'bigint_format',
  'min_length',
  'max_length',
  'length_equals',
  'string_format',
  'overwrite',
]);

/** The checks in their order: a format such as `z.email()` is its own first one. `undefined`: not all are plain. */
function checksOf(schema: $ZodType): Check[] | undefined {
  const def = defOf(schema);
  const added: readonly $ZodCheck<never>[] = def.checks ?? [];
  // why: a schema with the trait of a check is one
  const all = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as $ZodCheck<never>, ...added] : added;
  const checks = all.map(({ _zod }) => _zod);
  return checks.every((check) => plainChecks.has(check.def.check) && !('fn' in check.def)) ? checks : undefined;
}

function withChecks(hasType: Accepts, checks: readonly Check[]): Accepts {
  if (checks.length === 0) return hasType;
  return (value) => {
    if (!hasType(value)) return false;
    // why: each check was put on a schema of the type that the value has
    const payload = { value: value as never, issues: [] };
    for (let at = 0; at < checks.length; at += 1) {
      void checks[at]!.check(payload);
      if (payload.issues.length > 0 || payload.value !== value) return false;
    }
    return true;
  };
}
