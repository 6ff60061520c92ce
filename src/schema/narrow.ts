import { appendPath, type FieldPath } from '../shared/path.js';
import type { ChoiceNode, SchemaNode, UnionNode } from './kinds.js';
import { childAt } from './node-at.js';

/** Whether a field can have a value, by its name and what a form sends. */
export type IsPossible = (name: string, value: string) => boolean;

/**
 * The node of a field where something is known of others: of a discriminated union, the options alone whose tag is possible
 * speak of it. Where none is, all do.
 */
export function nodeWhere(root: SchemaNode, path: FieldPath, isPossible: IsPossible): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  let name = '';
  for (const segment of path) {
    if (!node) return undefined;
    node = childAt(narrow(node, name, isPossible), segment);
    name = appendPath(name, segment);
  }
  return node;
}

/** The key whose value picks an option of a discriminated union, or of one in an intersection, and the values that it may have. */
export function variantsOf(node: SchemaNode): { readonly key: string; readonly tags: readonly string[] } | undefined {
  if (node.kind === 'intersection') return variantsOf(node.sides[0]) ?? variantsOf(node.sides[1]);
  if (node.kind !== 'union' || node.discriminator === undefined) return undefined;
  const key = node.discriminator;
  return { key, tags: [...new Set(tagsOf(node, key).flatMap(({ members }) => [...members.keys()]))] };
}

function narrow(node: SchemaNode, name: string, isPossible: IsPossible): SchemaNode {
  if (node.kind === 'intersection') {
    const [left, right] = node.sides;
    return view(node, 'sides', [narrow(left, name, isPossible), narrow(right, name, isPossible)]);
  }
  if (node.kind !== 'union') return node;
  const options = node.options
    .map((option) => narrow(option, name, isPossible))
    .filter((option) => isOption(option, node, name, isPossible));
  return options.length > 0 ? view(node, 'options', options) : node;
}

function isOption(option: SchemaNode, { discriminator }: UnionNode, name: string, isPossible: IsPossible): boolean {
  if (discriminator === undefined) return true;
  const tags = tagsOf(option, discriminator);
  const tagName = appendPath(name, discriminator);
  return tags.length === 0 || tags.some(({ members }) => [...members.keys()].some((tag) => isPossible(tagName, tag)));
}

function tagsOf(option: SchemaNode, key: string): ChoiceNode[] {
  if (option.kind === 'union') return option.options.flatMap((inner) => tagsOf(inner, key));
  const tag = childAt(option, key);
  if (tag?.kind === 'union') return tag.options.filter((each) => each.kind === 'choice');
  return tag?.kind === 'choice' ? [tag] : [];
}

/** The same node with something else in one place; the getters of a recursive one stay unread. */
function view<TNode extends SchemaNode, TKey extends keyof TNode>(node: TNode, key: TKey, value: TNode[TKey]): TNode {
  // why: the prototype gives the view every property of the node
  return Object.create(node, { [key]: { value, enumerable: true } }) as TNode;
}
