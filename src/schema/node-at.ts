import type { FieldPath, PathSegment } from '../shared/path.js';
import { isIndex } from '../shared/path.js';
import type { ChoiceNode, SchemaNode, UnionNode } from './kinds.js';

/**
 * The node of a field. An index into a list gives its element. Of a union it is what all options together say about
 * the path: a field that only some options have is optional, a tag has the members of all.
 * `undefined`: the schema has no such field.
 */
export function nodeAt(root: SchemaNode, path: FieldPath): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  for (const segment of path) {
    if (!node) return undefined;
    node = childAt(node, segment);
  }
  return node;
}

/** The part of a path that leads to a field of the form: a field that is parsed as JSON is one, whatever its schema holds. */
export function fieldPathOf(root: SchemaNode, path: FieldPath): FieldPath {
  let node: SchemaNode | undefined = root;
  // a form as a whole is never sent as JSON
  for (let length = 1; length < path.length && node; length += 1) {
    node = childAt(node, path[length - 1]!);
    if (node?.preprocess?.readsJson) return path.slice(0, length);
  }
  return path;
}

/** How deep a walk over a whole schema goes; a schema that makes new ones of itself has no end. */
export const MAX_WALK = 16;

/** The node one step below. */
export function childAt(node: SchemaNode, segment: PathSegment): SchemaNode | undefined {
  switch (node.kind) {
    case 'object': {
      const known = node.fields.get(String(segment));
      return known ?? (typeof node.others === 'object' ? node.others : undefined);
    }
    case 'array':
      return isIndex(String(segment)) ? node.element : undefined;
    case 'tuple':
      return isIndex(String(segment)) ? (node.items[Number(segment)] ?? node.rest) : undefined;
    case 'record':
      return node.value;
    case 'union':
      return together(node.options.map((option) => childAt(option, segment)));
    case 'intersection':
      return childAt(node.sides[0], segment) ?? childAt(node.sides[1], segment);
    default:
      return undefined;
  }
}

/** The keys below a node in the order of the schema, those of all options of a union. */
export function keysOf(node: SchemaNode): readonly string[] {
  switch (node.kind) {
    case 'object':
      return [...node.fields.keys()];
    case 'union':
      return [...new Set(node.options.flatMap(keysOf))];
    case 'intersection':
      return [...new Set(node.sides.flatMap(keysOf))];
    case 'record':
      return node.required;
    default:
      return [];
  }
}

function together(found: readonly (SchemaNode | undefined)[]): SchemaNode | undefined {
  const distinct = [...new Set(found.filter((node) => node !== undefined))];
  const [first] = distinct;
  if (!first) return undefined;
  const isSometimes = found.includes(undefined);
  if (distinct.length === 1) return isSometimes && !first.optional ? asOptional(first) : first;
  // options of options are put side by side: a schema has only so many, however deep a path is
  const nodes = [...new Set(distinct.flatMap((node) => (node.kind === 'union' ? node.options : [node])))];
  const traits = {
    schema: undefined,
    key: first.key,
    meta: Object.assign({}, ...distinct.map((node) => node.meta).toReversed()),
    optional: isSometimes || distinct.some((node) => node.optional),
    nullable: distinct.some((node) => node.nullable),
    hasDefault: first.hasDefault,
    catches: distinct.some((node) => node.catches),
    defaultValue: first.defaultValue,
    secret: distinct.some((node) => node.secret),
  };
  if (nodes.every((node) => node.kind === 'choice')) return { ...traits, ...mergeChoices(nodes) };
  return { ...traits, kind: 'union', options: nodes, fallback: false, hasMessage: false } satisfies UnionNode;
}

function mergeChoices(nodes: readonly ChoiceNode[]): Pick<ChoiceNode, 'kind' | 'members' | 'boolean'> {
  return {
    kind: 'choice',
    members: new Map(nodes.flatMap((node) => [...node.members])),
    boolean: nodes.every((node) => node.boolean),
  };
}

/** A view of the same node; the getters of a recursive one stay unread. */
function asOptional(node: SchemaNode): SchemaNode {
  // why: the prototype gives the view every property of the node
  return Object.create(node, { optional: { value: true, enumerable: true } }) as SchemaNode;
}
