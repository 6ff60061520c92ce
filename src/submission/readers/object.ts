import type { NodeTraits, ObjectNode, SchemaNode } from '../../schema/kinds.js';
import { appendPath } from '../../shared/path.js';
import type { Reader, ReadContext } from '../context.js';
import { childEntry, childrenOf, isSent, type Entry, type FormValue } from '../entries.js';
import { outlineOf, type ObjectOutline } from '../outline.js';
import { rawValue } from './scalar.js';

/** Whether anything that a person filled in lies below an entry. */
export type IsHeld = (entry: Entry, context: ReadContext) => boolean;

interface ObjectPlan {
  readonly outline: ObjectOutline;
  readonly keys: readonly string[];
  readonly readers: readonly Reader[];
  /** What the readers make of one text, and of an empty one. */
  readonly fromText: readonly Reader['fromText'][];
  readonly blank: readonly unknown[];
  /** Zod tells a key that is absent from one that is `undefined`: only what is optional may be absent. */
  readonly mayBeAbsent: readonly boolean[];
  readonly others: 'strip' | 'keep' | Reader;
  /** Held for its shape. */
  readonly model: object;
}

/**
 * An object: asks for the names that the schema has. A required one is always there, so that what is missing is said
 * at its fields; an optional one only if something below it was filled in.
 */
export function objectReader(node: ObjectNode, toReader: (node: SchemaNode) => Reader, isHeld: IsHeld): Reader {
  const isOptional = node.optional || node.nullable;
  let plan: ObjectPlan | undefined;
  return (entry, context) => {
    if (isOptional && !(isSent(entry) && isHeld(entry, context))) return absent(node, entry);
    plan ??= planObject(node, toReader);
    return entry ? readObject(plan, entry, context) : readMissing(plan, context);
  };
}

/** What an optional part becomes in which nothing was filled in. */
export function absent(
  { optional, nullable }: Pick<NodeTraits, 'optional' | 'nullable'>,
  entry: Entry | undefined,
): null | undefined {
  return nullable && (!optional || isSent(entry)) ? null : undefined;
}

function planObject(node: ObjectNode, toReader: (node: SchemaNode) => Reader): ObjectPlan {
  const outline = outlineOf(node);
  const readers = outline.nodes.map(toReader);
  return {
    outline,
    keys: outline.keys,
    readers,
    fromText: readers.map((read) => read.fromText),
    blank: readers.map((read) => read.blank),
    mayBeAbsent: mayBeAbsent(outline),
    others: typeof node.others === 'object' ? toReader(node.others) : node.others,
    model: modelOf(outline.keys),
  };
}

/** Which keys need not be there. */
export function mayBeAbsent({ keys, nodes }: ObjectOutline): boolean[] {
  return nodes.map(({ optional }, position) => optional && !isInherited(keys[position]!));
}

/** Zod would find what every object has in the place of a field named `constructor` or `toString` that is absent. */
function isInherited(key: string): boolean {
  return key in Object.prototype;
}

/**
 * An object of all keys, made without computed ones. V8 turns an object that gets more than a dozen computed keys into a
 * hash table, which is three times as slow to fill and to read, unless it knows an object of the same keys that is none.
 */
export function modelOf(keys: readonly string[]): object {
  const model = {};
  for (const key of keys) define(model, key, undefined);
  return model;
}

function readObject(plan: ObjectPlan, entry: Entry, context: ReadContext): object {
  const { outline, keys, readers, fromText, blank, mayBeAbsent, others } = plan;
  const input: Record<string, unknown> = others === 'strip' ? {} : Object.create(null);
  const slots = entry.outline === outline ? (entry.slots ?? nothingSent) : undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    const sent = slots?.[index];
    let value: unknown;
    if (typeof sent === 'string') value = sent === '' ? blank[index] : fromText[index]!(sent, context);
    else value = readers[index]!(slots && (sent || outline.isPlain[index]) ? sent : childEntry(entry, key), context);
    if (value !== undefined || !mayBeAbsent[index]) setOwn(input, key, value);
  }
  if (others !== 'strip') readOthers(input, keys, others, entry, context);
  return input;
}

const nothingSent: readonly undefined[] = [];

/** Reads an object of which no name was sent. One that requires itself ends where a name could go no deeper. */
function readMissing({ keys, readers, mayBeAbsent }: ObjectPlan, context: ReadContext): object | undefined {
  if (context.missingDepth >= context.limits.depth) return undefined;
  context.missingDepth += 1;
  const input: Record<string, unknown> = {};
  for (let index = 0; index < keys.length; index += 1) {
    const value = readers[index]!(undefined, context);
    if (value !== undefined || !mayBeAbsent[index]) setOwn(input, keys[index]!, value);
  }
  context.missingDepth -= 1;
  return input;
}

/** A key of the schema may be `__proto__`, which an assignment would not store. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') define(target, key, value);
  else target[key] = value;
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Names that the schema does not know, for one that is strict, loose or has a catchall. `input` has a null prototype. */
function readOthers(
  input: Record<string, unknown>,
  known: readonly string[],
  read: 'keep' | Reader,
  entry: Entry,
  context: ReadContext,
): void {
  const used = new Set(known.map((key) => childEntry(entry, key)));
  for (const child of childrenOf(entry)) {
    if (used.has(child)) continue;
    if (read === 'keep') flatten(input, child.segment, child, context);
    else if (isSent(child)) input[child.segment] = read(child, context);
  }
}

/** Unknown names keep their spelling below the object: `x.y` is one key. */
function flatten(input: Record<string, unknown>, name: string, entry: Entry, context: ReadContext): void {
  const raw: FormValue | readonly FormValue[] | undefined = rawValue(entry, context);
  if (raw !== undefined) input[name] = raw;
  for (const child of childrenOf(entry)) flatten(input, appendPath(name, child.segment), child, context);
}
