import type { NodeKind, NodeTraits, ObjectNode, SchemaNode, StringNode } from './kinds.js';

/**
 * Two schemas that read the same input: objects become one object with the fields of both, scalars of one kind the
 * left one; anything else keeps its sides, and so do schemas with a function before them.
 */
export function readIntersection(
  traits: (kind: NodeKind) => NodeTraits,
  left: SchemaNode,
  right: SchemaNode,
): SchemaNode {
  const shared = {
    optional: traits('object').optional || (left.optional && right.optional),
    nullable: traits('object').nullable || (left.nullable && right.nullable),
  };
  const apart: SchemaNode = { ...traits('intersection'), ...shared, kind: 'intersection', sides: [left, right] };
  // what a function before one side takes is nothing that both sides read
  if (left.preprocess || right.preprocess) return apart;
  if (left.kind === 'object' && right.kind === 'object')
    return mergeObjects({ ...traits('object'), ...shared }, left, right);
  if (left.kind === 'string' && right.kind === 'string')
    return mergeStrings({ ...traits('string'), ...shared }, left, right);
  return left.kind === right.kind && !hasParts.has(left.kind) ? { ...left, ...traits(left.kind), ...shared } : apart;
}

const hasParts: ReadonlySet<NodeKind> = new Set<NodeKind>(['array', 'tuple', 'record', 'union', 'intersection']);

function mergeObjects(traits: NodeTraits, left: ObjectNode, right: ObjectNode): ObjectNode {
  let fields: ReadonlyMap<string, SchemaNode> | undefined;
  return {
    ...traits,
    kind: 'object',
    get fields() {
      return (fields ??= new Map([...right.fields, ...left.fields]));
    },
    get others() {
      return left.others === 'strip' ? right.others : left.others;
    },
  };
}

function mergeStrings(traits: NodeTraits, left: StringNode, right: StringNode): StringNode {
  return {
    ...left,
    ...traits,
    format: left.format ?? right.format,
    rejectsEmpty: left.rejectsEmpty || right.rejectsEmpty,
    patterns: [...left.patterns, ...right.patterns],
    size: {
      min: strictest(Math.max, left.size.min, right.size.min),
      max: strictest(Math.min, left.size.max, right.size.max),
    },
  };
}

function strictest(
  pick: (a: number, b: number) => number,
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : pick(a, b);
}
