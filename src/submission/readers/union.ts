import type { NodeKind, SchemaNode, UnionNode } from '../../schema/kinds.js';
import type { Reader, ReadContext } from '../context.js';
import { childEntry, isSent, lastValueOf, type Entry } from '../entries.js';
import { countFaults } from '../trial.js';
import { absent, type IsHeld } from './object.js';
import { blankValue, missingValue, rawValue, UNREADABLE } from './scalar.js';
import { readTags, type Tags } from './tags.js';

/** A union: the tag picks the option, or the first option that accepts what it reads itself. */
export function unionReader(node: UnionNode, toReader: (node: SchemaNode) => Reader, isHeld: IsHeld): Reader {
  const readUntagged = onceAnEntry(node, firstAccepted(node, toReader, isHeld));
  if (node.discriminator === undefined) return readUntagged;
  const { discriminator } = node;
  const isOptional = node.optional || node.nullable;
  let tags: Tags | undefined;
  return (entry, context) => {
    if (isOptional && !(isSent(entry) && isHeld(entry, context))) return absent(node, entry);
    if (!isSent(entry) && entry !== context.entries) return undefined;
    tags ??= readTags(node.options, discriminator);
    const tag = entry && childEntry(entry, discriminator);
    const raw = tags.lastCounts ? lastValueOf(tag) : rawValue(tag, context);
    const option = typeof raw === 'string' ? tags.byText(raw) : tags.ofMissing;
    if (option) return withTag(toReader(option)(entry, context), discriminator, tags.defaultOf(option, raw));
    if (node.fallback) return readUntagged(entry, context);
    return raw === undefined ? {} : { [discriminator]: raw };
  };
}

/** Says the tag that a default stands for: Zod picks by what is in the input. */
function withTag(input: unknown, discriminator: string, tag: unknown): unknown {
  if (tag === undefined || typeof input !== 'object' || input === null) return input;
  if (Object.hasOwn(input, discriminator) && Reflect.get(input, discriminator) !== undefined) return input;
  return Object.assign(input, { [discriminator]: tag });
}

/**
 * Reads an entry once: each option of a union in a union asks for what is below, which would be read twice as often on
 * every level.
 */
function onceAnEntry(node: UnionNode, read: Reader): Reader {
  return (entry, context) => {
    if (!entry) return read(entry, context);
    context.unions ??= new Map();
    let known = context.unions.get(node);
    if (!known) context.unions.set(node, (known = new Map()));
    if (known.has(entry)) return known.get(entry);
    const input = read(entry, context);
    known.set(entry, input);
    return input;
  };
}

function firstAccepted(node: UnionNode, toReader: (node: SchemaNode) => Reader, isHeld: IsHeld): Reader {
  return (entry, context) => {
    const early = emptyValue(node, entry, context, isHeld);
    if (early) return early.value;
    const options =
      isSent(entry) || entry === context.entries
        ? node.options
        : node.options.filter((option) => option.optional || option.nullable || !isMadeOfNames(option));
    let closest: { readonly input: unknown; readonly faults: number } | undefined;
    for (const option of options) {
      const input = toReader(option)(entry, context);
      const faults = entry ? countFaults(option.schema, option, input, entry, context) : countMissing(option, input);
      if (faults === 0) return input;
      if (input !== undefined && hasParts.has(option.kind) && faults < (closest?.faults ?? Infinity))
        closest = { input, faults };
    }
    const raw = rawValue(entry, context);
    if (entry === undefined || raw === undefined) return closest?.input;
    // what no option reads must not become a value by Zod's own coercion
    return countFaults(node.schema, node, raw, entry, context) === 0 ? UNREADABLE : raw;
  };
}

/** What the wrappers of a union make of a field that is empty or missing. */
function emptyValue(
  node: UnionNode,
  entry: Entry | undefined,
  context: ReadContext,
  isHeld: IsHeld,
): { value: unknown } | undefined {
  if (!node.optional && !node.nullable) return undefined;
  if (!isSent(entry)) return { value: missingValue(node, undefined) };
  const raw = rawValue(entry, context);
  if (raw === '' && !node.options.some(takesBlank)) return { value: blankValue(node, undefined) };
  if (raw === undefined && !isHeld(entry, context)) return { value: absent(node, entry) };
  return undefined;
}

/** `z.literal('')` among the options: the empty text is a value of its own. */
function takesBlank(option: SchemaNode): boolean {
  return option.kind === 'choice' && option.members.get('')?.value === '';
}

/** Of a field that was not sent only the kinds are asked, not the schemas. */
function countMissing(option: SchemaNode, input: unknown): number {
  const isFine =
    option.optional || option.nullable || option.kind === 'nothing' || option.kind === 'unknown' || input !== undefined;
  return isFine ? 0 : 1;
}

/** Kinds that read names below a field: only these can be what was meant by such names. */
const hasParts: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'array',
  'tuple',
  'object',
  'record',
  'union',
  'intersection',
]);

/** Without names below it there is nothing to read it from. */
function isMadeOfNames(option: SchemaNode): boolean {
  if (option.kind === 'intersection') return option.sides.some(isMadeOfNames);
  return option.kind === 'object' || option.kind === 'record' || option.kind === 'tuple';
}
