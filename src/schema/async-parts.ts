import type { $ZodType } from 'zod/v4/core';
import { MAX_WALK } from './node-at.js';
import { checkDefOf, defOf, isZodCheck, isZodSchema, lazyInnerOf } from './zod.js';

const known = new WeakMap<object, boolean>();

/**
 * Whether a schema has an `async` function anywhere: as a refinement, a transform, a codec. Zod only finds out by calling
 * it, and drops the promise it gets then; if that one is rejected, nobody handles it, and Node ends the process.
 * A function that gives a promise without being `async` is not seen.
 */
export function hasAsyncParts(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  let found = known.get(schema);
  if (found === undefined) known.set(schema, (found = isAsync(schema, new Set(), 0)));
  return found;
}

function isAsync(part: unknown, seen: Set<object>, depth: number): boolean {
  if (typeof part === 'function') return part.constructor.name === 'AsyncFunction';
  if (typeof part !== 'object' || part === null || seen.has(part) || depth > MAX_WALK * 3) return false;
  seen.add(part);
  return partsOf(part).some((inner) => isAsync(inner, seen, depth + 1));
}

function partsOf(part: object): unknown[] {
  if (isZodSchema(part)) return partsOfSchema(part);
  if (isZodCheck(part)) return valuesOf(checkDefOf(part));
  if (Array.isArray(part)) return part;
  return Object.getPrototypeOf(part) === Object.prototype ? valuesOf(part) : [];
}

function partsOfSchema(schema: $ZodType): unknown[] {
  const def = defOf(schema);
  return def.type === 'lazy' ? [lazyInnerOf(schema, def.getter)] : valuesOf(def);
}

/** Without defaults: reading one calls the author's function. */
function valuesOf(object: object): unknown[] {
  const keys = Object.keys(object).filter((key) => key !== 'defaultValue');
  return keys.map((key): unknown => Reflect.get(object, key));
}
