import type { ArrayNode, NodeKind, ObjectNode, SchemaNode } from '../schema/kinds.js';

/** What a schema lets expect of a part of a form. Only objects and lists; names below anything else are not expected. */
export type Outline = ObjectOutline | ListOutline;

/** An object: a place for each of its keys, in the order of the schema, which is the order in which forms mostly send. */
export interface ObjectOutline {
  readonly kind: 'object';
  readonly keys: readonly string[];
  readonly nodes: readonly SchemaNode[];
  readonly positions: ReadonlyMap<string, number>;
  /** Whether a key is spelled as it is. Others, such as `a.b`, would be read as a path. */
  readonly isPlain: readonly boolean[];
  readonly isAllPlain: boolean;
  /** Whether one text is all that a key needs. */
  readonly takesText: readonly boolean[];
  /** What is in the places of an entry below which nothing was sent yet. */
  readonly unsent: readonly undefined[];
  below(position: number): Outline | undefined;
}

/** A list: rows that are alike. */
export interface ListOutline {
  readonly kind: 'list';
  below(): Outline | undefined;
}

const outlines = new WeakMap<ObjectNode | ArrayNode, Outline>();

/** The outline of a node: made once, its parts when they are first needed, which closes recursion. */
export function outlineOf(node: ObjectNode): ObjectOutline;
export function outlineOf(node: SchemaNode): Outline | undefined;
export function outlineOf(node: SchemaNode): Outline | undefined {
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  let outline = outlines.get(node);
  if (!outline) {
    outline = node.kind === 'object' ? ofObject(node) : ofList(node);
    outlines.set(node, outline);
  }
  return outline;
}

/** Whether a node reads one text by itself, without asking its schema or looking at what else was sent. */
function readsText(node: SchemaNode): boolean {
  return !node.preprocess && scalarKinds.has(node.kind);
}

const scalarKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'string',
  'number',
  'bigint',
  'boolean',
  'date',
  'choice',
  'file',
]);

function ofObject({ fields }: ObjectNode): ObjectOutline {
  const keys = [...fields.keys()];
  const nodes = [...fields.values()];
  const isPlain = keys.map((key) => key !== '' && !/[.[]/.test(key));
  return {
    kind: 'object',
    keys,
    nodes,
    positions: new Map(keys.map((key, position) => [key, position])),
    isPlain,
    isAllPlain: !isPlain.includes(false),
    takesText: nodes.map(readsText),
    unsent: keys.map(() => undefined),
    below: (position) => outlineOf(nodes[position]!),
  };
}

function ofList(node: ArrayNode): ListOutline {
  let isKnown = false;
  let element: Outline | undefined;
  return {
    kind: 'list',
    below() {
      if (!isKnown) {
        element = outlineOf(node.element);
        isKnown = true;
      }
      return element;
    },
  };
}
