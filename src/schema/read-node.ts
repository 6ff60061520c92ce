import type { $ZodType } from 'zod/v4/core';
import type { NodeKind, NodeTraits, SchemaNode } from './kinds.js';
import { readComposite } from './read-composite.js';
import { readScalar } from './read-scalar.js';
import { readSecret } from './secret.js';
import { unwrap } from './wrappers.js';
import { defOf } from './zod.js';

/** Where a schema stands: decides what its name and its parents say about it. */
export interface Place {
  readonly key: string;
  readonly secret: boolean;
}

const nodes = new WeakMap<$ZodType, Map<string, SchemaNode>>();

/** Reads one schema at one place. Asked again for the same two, it gives the same node, which closes recursion. */
export function readNode(schema: $ZodType, place: Place): SchemaNode {
  let byPlace = nodes.get(schema);
  if (!byPlace) nodes.set(schema, (byPlace = new Map()));
  const id = `${place.secret ? '*' : '.'}${place.key}`;
  let node = byPlace.get(id);
  if (!node) byPlace.set(id, (node = toNode(schema, place)));
  return node;
}

function toNode(schema: $ZodType, place: Place): SchemaNode {
  const { core, meta, optional, nullable, catches, defaultValue, preprocess } = unwrap(schema);
  const def = defOf(core);
  const format = 'format' in def && typeof def.format === 'string' ? def.format : undefined;
  const traitsOf = (kind: NodeKind): NodeTraits => ({
    schema,
    key: place.key,
    meta: typeof meta.title === 'string' ? { label: meta.title, ...meta } : meta,
    optional,
    nullable,
    hasDefault: defaultValue !== undefined,
    catches,
    defaultValue,
    secret: place.secret || readSecret(kind, place.key, meta, format),
    preprocess,
  });
  return readScalar(core, traitsOf) ?? readComposite(core, place.key, traitsOf, readNode);
}
