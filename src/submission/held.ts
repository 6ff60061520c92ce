import type { SchemaNode } from '../schema/kinds.js';
import type { ReadContext } from './context.js';
import { childEntry, segmentsOf, type Entry, type FormValue } from './entries.js';
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
      return (
        hasText(entry.values) || [...(entry.children?.values() ?? [])].some((row) => isHeld(node.element, row, context))
      );
    case 'tuple':
      return (
        hasText(entry.values) ||
        [...(entry.children ?? [])].some(([key, item]) =>
          isHeld(node.items[Number(key)] ?? node.rest ?? node, item, context),
        )
      );
    case 'record':
      return [...(entry.children?.values() ?? [])].some((value) => isHeld(node.value, value, context));
    case 'union':
      return node.options.some((option) => isHeld(option, entry, context));
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
  return [...(entry.children ?? [])].some(([key, child]) => !node.fields.has(key) && isHeld(others, child, context));
}

function isHeldValue(node: SchemaNode, entry: Entry, context: ReadContext): boolean {
  const value = entry.values?.at(-1);
  if (value === undefined || value === '') return false;
  if (typeof value !== 'string') return true;
  const isBox = node.kind === 'boolean' || (node.kind === 'choice' && node.boolean);
  const same = isBox ? (a: string, b: string) => readBoolean(a) === readBoolean(b) : (a: string, b: string) => a === b;
  if (isBox && readBoolean(value) === false) return false;
  if (node.defaultValue && same(value, toRawScalar(node, node.defaultValue()) ?? '')) return false;
  const isChosen = isBox || node.kind === 'choice';
  const rendered = isChosen ? renderedValue(entry, context) : undefined;
  return rendered === undefined || !same(value, rendered);
}

function renderedValue(entry: Entry, { initial }: ReadContext): string | undefined {
  if (!initial) return undefined;
  let at: Entry | undefined = initial;
  for (const segment of segmentsOf(entry)) at = at?.children?.get(segment);
  const value = at?.values?.at(-1);
  return typeof value === 'string' ? value : undefined;
}

function hasText(values: readonly FormValue[] | undefined): boolean {
  return values?.some((value) => value !== '') ?? false;
}
