import type { SchemaNode, TupleNode, UnionNode } from '../schema/kinds.js';
import { childAt } from '../schema/node-at.js';
import type { ReadContext } from './context.js';
import { childEntry, childrenOf, lastValueOf, valuesOf, type Entry } from './entries.js';
import { toRawScalar } from './raw-scalar.js';
import { readBoolean } from './readers/text.js';

/**
 * Whether a person filled in anything of this part of the form. What a form sends of itself is not held: empty texts,
 * unticked boxes, defaults of the schema, and options that were already chosen when the page was rendered.
 */
export function isHeld(node: SchemaNode, entry: Entry | undefined, context: ReadContext): boolean {
  if (!entry) return false;
  switch (node.kind) {
    case 'object':
      return isHeldBelow(node, entry, context);
    case 'array':
      return hasText(entry) || someChild(entry, (row) => isHeld(node.element, row, context));
    case 'tuple':
      return hasText(entry) || someChild(entry, (item) => isHeld(itemNode(node, item.segment), item, context));
    case 'record':
      return someChild(entry, (value) => isHeld(node.value, value, context));
    case 'union':
      return isHeldInUnion(node, entry, context);
    case 'intersection':
      return node.sides.some((side) => isHeld(side, entry, context));
    case 'nothing':
    case 'unsendable':
      return false;
    default:
      return isHeldValue(node, entry, context);
  }
}

function isHeldBelow(node: Extract<SchemaNode, { kind: 'object' }>, entry: Entry, context: ReadContext): boolean {
  for (const [key, field] of node.fields) if (isHeld(field, childEntry(entry, key), context)) return true;
  if (typeof node.others !== 'object') return false;
  const { others } = node;
  return someChild(entry, (child) => !node.fields.has(child.segment) && isHeld(others, child, context));
}

/** Looks at what is below once for all options together: options of options would be looked at again and again. */
function isHeldInUnion(node: UnionNode, entry: Entry, context: ReadContext): boolean {
  if (node.options.some((option) => isHeldItself(option, entry, context))) return true;
  return someChild(entry, (child) => {
    const below = childAt(node, child.segment);
    return below !== undefined && isHeld(below, child, context);
  });
}

/** Leaves out what is below. */
function isHeldItself(option: SchemaNode, entry: Entry, context: ReadContext): boolean {
  switch (option.kind) {
    case 'object':
    case 'record':
    case 'intersection':
      return false;
    case 'union':
      return option.options.some((inner) => isHeldItself(inner, entry, context));
    case 'array':
    case 'tuple':
      return hasText(entry);
    default:
      return isHeld(option, entry, context);
  }
}

function isHeldValue(node: SchemaNode, entry: Entry, context: ReadContext): boolean {
  const value = lastValueOf(entry);
  if (value === undefined || value === '') return false;
  if (typeof value !== 'string') return true;
  const isBox = node.kind === 'boolean' || (node.kind === 'choice' && node.boolean);
  const same = isBox ? (a: string, b: string) => readBoolean(a) === readBoolean(b) : (a: string, b: string) => a === b;
  if (isBox && readBoolean(value) === false) return false;
  if (node.defaultValue && same(value, toRawScalar(node, node.defaultValue(), context.timeZone) ?? '')) return false;
  const isChosen = isBox || node.kind === 'choice';
  const rendered = isChosen ? renderedValue(entry, context) : undefined;
  return rendered === undefined || !same(value, rendered);
}

function renderedValue(entry: Entry, { rendered }: ReadContext): string | undefined {
  const value = lastValueOf(rendered?.get(entry));
  return typeof value === 'string' ? value : undefined;
}

function itemNode(node: TupleNode, segment: string): SchemaNode {
  return node.items[Number(segment)] ?? node.rest ?? node;
}

function hasText(entry: Entry): boolean {
  return valuesOf(entry).some((value) => value !== '');
}

function someChild(entry: Entry, accept: (child: Entry) => boolean): boolean {
  for (const child of childrenOf(entry)) if (accept(child)) return true;
  return false;
}
