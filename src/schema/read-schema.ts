import { appendPath } from '../shared/path.js';
import { RESERVED_FIELDS } from '../shared/wire.js';
import type { SchemaNode } from './kinds.js';
import { MAX_WALK } from './node-at.js';
import { readNode } from './read-node.js';
import { isZodSchema } from './zod.js';

/** Thrown by {@link readSchema}: what is wrong with the schema, at which field, and what to do about it. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  constructor(
    /** Name of the field; `''` is the schema itself. */
    readonly path: string,
    reason: string,
  ) {
    super(`${path === '' ? 'The input schema' : `Field ${JSON.stringify(path)} of the input schema`} ${reason}`);
  }
}

const roots = new WeakMap<object, SchemaNode>();

/**
 * Reads a Zod 4 schema (classic, mini, any copy) into a tree of nodes. Done once per schema; the second call is a look-up.
 *
 * @throws {SchemaError} if it is no Zod 4 schema, if a field has a name that the toolkit reserves, or if a field is of
 * a kind that no form can send (a function, a symbol, a promise).
 */
export function readSchema(schema: unknown): SchemaNode {
  if (!isZodSchema(schema)) throw new SchemaError('', 'is not a Zod 4 schema. Import z from "astro/zod" or "zod"');
  let root = roots.get(schema);
  if (!root) {
    root = readNode(schema, { key: '', secret: false });
    refuseScalarRoot(root);
    if (refuseUnsendable(root, '', new Set())) roots.set(schema, root);
  }
  return root;
}

function refuseScalarRoot(root: SchemaNode): void {
  switch (root.kind) {
    case 'object':
    case 'record':
    case 'union':
    case 'intersection':
    case 'unknown':
    case 'unsendable':
      return;
    default:
      throw new SchemaError('', `is a ${root.kind}; a form sends an object. Wrap it: z.object({ value: … })`);
  }
}

/** @returns Whether all of the schema could be read; else it has to be looked at again. */
function refuseUnsendable(node: SchemaNode, path: string, seen: Set<SchemaNode>, depth = 0): boolean {
  if (seen.has(node) || depth > MAX_WALK) return true;
  seen.add(node);
  if (node.kind === 'unsendable') {
    throw new SchemaError(
      path,
      `is of the kind "${node.type}", which no form can send. Take it out, or use a kind that text can stand for`,
    );
  }
  const below = partsYetDefined(node, path);
  let isWhole = below !== undefined;
  for (const [child, childPath] of below ?? []) {
    if (RESERVED_FIELDS.includes(childPath)) {
      throw new SchemaError(
        childPath,
        `has a name that astro-action-forms uses itself. Rename it; reserved are ${RESERVED_FIELDS.join(', ')}`,
      );
    }
    if (!refuseUnsendable(child, childPath, seen, depth + 1)) isWhole = false;
  }
  return isWhole;
}

/** A getter or a `z.lazy()` may name a schema that is declared further down in the module: `undefined` until then. */
function partsYetDefined(node: SchemaNode, path: string): (readonly [SchemaNode, string])[] | undefined {
  try {
    return [...parts(node, path)];
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function* parts(node: SchemaNode, path: string): Generator<readonly [SchemaNode, string]> {
  switch (node.kind) {
    case 'object':
      for (const [key, field] of node.fields) yield [field, appendPath(path, key)];
      if (typeof node.others === 'object') yield [node.others, appendPath(path, '*')];
      return;
    case 'array':
      yield [node.element, appendPath(path, 0)];
      return;
    case 'tuple':
      for (const [index, item] of node.items.entries()) yield [item, appendPath(path, index)];
      if (node.rest) yield [node.rest, appendPath(path, node.items.length)];
      return;
    case 'record':
      yield [node.keys, appendPath(path, '*')];
      yield [node.value, appendPath(path, '*')];
      return;
    case 'union':
      for (const option of node.options) yield [option, path];
      return;
    case 'intersection':
      for (const side of node.sides) yield [side, path];
  }
}
