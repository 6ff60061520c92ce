import type { SchemaNode } from '../schema/kinds.js';
import { childAt, keysOf, MAX_WALK } from '../schema/node-at.js';
import { isSecret } from '../schema/secret.js';
import { appendPath } from '../shared/path.js';
import { toRawScalar } from './raw-scalar.js';

/**
 * What a form shows, by canonical field name: raw strings, in the order sent. Null prototype. Secrets and files are
 * not in it. Rows keep their submitted numbers.
 */
export type RawValues = Readonly<Record<string, readonly string[]>>;

interface Draft {
  readonly shown: Record<string, readonly string[]>;
  readonly timeZone: string | undefined;
}

/**
 * What a form shows for a value of the schema's input, or a part of one. `undefined` is left out, `null` is an empty
 * control. A list of scalars is there twice: under its own name for groups and multi-selects, and row by row.
 *
 * @param timeZone IANA name of the zone in which dates with a time are shown. Default UTC.
 */
export function toRawValues(root: SchemaNode, value: unknown, timeZone?: string): RawValues {
  const draft: Draft = { shown: Object.create(null), timeZone };
  writeValue(draft, root, '', value);
  return draft.shown;
}

/** What a form shows for the schema's own defaults. */
export function defaultValues(root: SchemaNode, timeZone?: string): RawValues {
  const draft: Draft = { shown: Object.create(null), timeZone };
  for (const [name, node] of placesOf(root)) writeValue(draft, node, name, node.defaultValue?.());
  return draft.shown;
}

/** The row numbers that occur below a list, ascending. */
export function rowIndices(values: RawValues, listName: string): number[] {
  const indices = new Set<number>();
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${listName}[`)) continue;
    const index = /^\[(\d+)\]/.exec(name.slice(listName.length))?.[1];
    if (index !== undefined) indices.add(Number(index));
  }
  return [...indices].toSorted((a, b) => a - b);
}

/** The row numbers of all lists at once, ascending, by the names of the lists: looking for each list's own takes as long. */
export function rowIndicesByList(values: RawValues): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  for (const name of Object.keys(values)) {
    for (const { 1: index, index: at } of name.matchAll(/\[(\d+)\]/g)) {
      const list = name.slice(0, at);
      const indices = found.get(list);
      if (indices) indices.add(Number(index));
      else found.set(list, new Set([Number(index)]));
    }
  }
  return new Map([...found].map(([list, indices]) => [list, [...indices].toSorted((a, b) => a - b)]));
}

function writeValue(draft: Draft, node: SchemaNode, name: string, value: unknown): void {
  if (value === undefined || isSecret(node)) return;
  const raw = toRawScalar(node, value, draft.timeZone);
  if (raw !== undefined) {
    if (name !== '') draft.shown[name] = [raw];
    return;
  }
  if (Array.isArray(value) || value instanceof Set) writeList(draft, node, name, [...value]);
  else if (value instanceof Map) for (const [key, item] of value) writeChild(draft, node, name, String(key), item);
  else if (isPlain(value)) for (const [key, item] of Object.entries(value)) writeChild(draft, node, name, key, item);
}

function writeChild(draft: Draft, node: SchemaNode, name: string, segment: string | number, value: unknown): void {
  const child = childAt(node, segment);
  if (child) writeValue(draft, child, appendPath(name, segment), value);
}

function writeList(draft: Draft, node: SchemaNode, name: string, items: readonly unknown[]): void {
  const element = childAt(node, 0);
  if (!element || isSecret(element)) return;
  const scalars = items.map((item) => toRawScalar(element, item, draft.timeZone));
  if (scalars.every((raw) => raw !== undefined) && name !== '') draft.shown[name] = scalars;
  if (isChosenFromList(element) && !isTuple(node)) return;
  for (const [index, item] of items.entries()) writeChild(draft, node, name, index, item);
}

/** Elements that are chosen from a list have no rows of their own. */
function isChosenFromList(element: SchemaNode): boolean {
  return element.kind === 'choice' && !element.boolean;
}

/** The first item of a tuple says nothing of the others. */
function isTuple(node: SchemaNode): boolean {
  if (node.kind === 'union') return node.options.some(isTuple);
  return node.kind === 'intersection' ? node.sides.some(isTuple) : node.kind === 'tuple';
}

/** Where a schema has defaults. What they are may be another thing each time. */
function placesOf(root: SchemaNode): readonly Place[] {
  const known = places.get(root);
  if (known !== undefined) return known;
  const found: Place[] = [];
  findDefaults(found, root, '', new Set());
  places.set(root, found);
  return found;
}

type Place = readonly [name: string, node: SchemaNode];

const places = new WeakMap<SchemaNode, readonly Place[]>();

function findDefaults(found: Place[], node: SchemaNode, name: string, above: ReadonlySet<SchemaNode>): void {
  if (isSecret(node) || above.has(node) || above.size > MAX_WALK) return;
  if (node.defaultValue) {
    found.push([name, node]);
    return;
  }
  const inner = new Set(above).add(node);
  const steps = node.kind === 'tuple' ? node.items.keys() : keysOf(node);
  for (const segment of steps) {
    const child = childAt(node, segment);
    if (child) findDefaults(found, child, appendPath(name, segment), inner);
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
