import { splitName } from '../shared/path.js';
import type { ObjectOutline, Outline } from './outline.js';
import type { ObjectPlace, Place } from './places.js';

/** What one control sends. */
export type FormValue = string | File;

/**
 * What a form sent under one name, and under the names below it. Forms of thousands of names are read, so what the
 * schema expects has its place in an array, and a text that was sent once is there as it is, without an entry. Other
 * entries are linked to each other, and get an index only where they are many.
 */
export interface Entry {
  /** The part of the name that leads here from the entry above. */
  readonly segment: string;
  /** What the schema expects below. */
  readonly outline: Outline | undefined;
  /** Where that is on the form. `undefined`: nothing is expected, or names are taken apart. */
  readonly place: Place | undefined;
  /** The name as it was spelled first. `undefined` where only names below it were sent. */
  name: string | undefined;
  /** The first value. `undefined`: nothing, or only a file control that was left empty. */
  value: FormValue | undefined;
  /** The values after the first one. */
  more: FormValue[] | undefined;
  /** What texts without an entry have before their key in their names. */
  prefix: string | undefined;
  /** What was sent under the keys of the outline, in its order. `undefined`: none of them. */
  slots: (string | Entry | undefined)[] | undefined;
  firstChild: Entry | undefined;
  lastChild: Entry | undefined;
  next: Entry | undefined;
  childCount: number;
  childIndex: Map<string, Entry> | undefined;
  /** Whether the linked entries below are rows that were sent in order: 0, 1, 2 … */
  isNumbered: boolean;
}

/** With more children than this, finding one by looking at each takes longer than asking a Map. */
const MAX_UNINDEXED = 32;

export function createEntry(segment: string, outline?: Outline, place?: Place): Entry {
  return {
    segment,
    outline,
    place,
    name: undefined,
    value: undefined,
    more: undefined,
    prefix: undefined,
    slots: undefined,
    firstChild: undefined,
    lastChild: undefined,
    next: undefined,
    childCount: 0,
    childIndex: undefined,
    isNumbered: true,
  };
}

/** Adds what was sent under a name to those values that an entry has. `undefined`: an empty file control. */
export function addNamed(entry: Entry, name: string, value: FormValue | undefined): void {
  entry.name ??= name;
  if (value === undefined) return;
  if (entry.value === undefined) entry.value = value;
  else if (entry.more === undefined) entry.more = [value];
  else entry.more.push(value);
}

/** All values of an entry, in the order sent. */
export function valuesOf(entry: Entry | undefined): FormValue[] {
  if (entry?.value === undefined) return [];
  return entry.more ? [entry.value, ...entry.more] : [entry.value];
}

export function lastValueOf(entry: Entry | undefined): FormValue | undefined {
  return entry?.more?.at(-1) ?? entry?.value;
}

/** The entries below: those that the schema expects in its order, then others in the order sent. */
export function* childrenOf(entry: Entry | undefined): Generator<Entry, void, undefined> {
  const count = entry?.slots?.length ?? 0;
  for (let position = 0; position < count; position += 1) {
    const child = entry && slotEntry(entry, position);
    if (child) yield child;
  }
  for (let child = entry?.firstChild; child; child = child.next) yield child;
}

/** Whether anything was sent under names below this one. */
export function hasChildren(entry: Entry): boolean {
  return entry.firstChild !== undefined || entry.slots !== undefined;
}

/** The entry below that a segment leads to. */
export function findChild(entry: Entry, segment: string): Entry | undefined {
  const position = positionOf(entry, segment);
  if (position !== undefined) return slotEntry(entry, position);
  if (entry.childIndex) return entry.childIndex.get(segment);
  if (entry.childCount > MAX_UNINDEXED) return indexChildren(entry).get(segment);
  let child = entry.firstChild;
  while (child && child.segment !== segment) child = child.next;
  return child;
}

/** How the name was spelled first that a segment leads to. `undefined`: none was sent, or only names below it. */
export function nameBelow(entry: Entry, segment: string): string | undefined {
  const position = positionOf(entry, segment);
  const isText = position !== undefined && typeof entry.slots?.[position] === 'string';
  return isText ? nameOfText(entry, segment) : findChild(entry, segment)?.name;
}

/** The entry of a schema's key. A key such as `a.b` is also found as `a` and `b`. */
export function childEntry(entry: Entry, key: string): Entry | undefined {
  const child = findChild(entry, key);
  if (child || !/[.[]/.test(key)) return child;
  let found: Entry | undefined = entry;
  for (const segment of splitName(key) ?? []) {
    if (segment !== '') found = found && findChild(found, segment);
  }
  return found === entry ? undefined : found;
}

/** The entry below that a segment leads to, made if there is none. */
export function obtainChild(parent: Entry, segment: string): Entry {
  const position = positionOf(parent, segment);
  if (position !== undefined) return obtainSlot(parent, position);
  // a hidden field and its box come one after the other
  if (parent.lastChild?.segment === segment) return parent.lastChild;
  return findChild(parent, segment) ?? appendChild(parent, segment);
}

/** The entry of a place, made if there is none. */
export function obtainSlot(parent: Entry, position: number): Entry {
  return slotEntry(parent, position) ?? fillSlot(parent, position);
}

/** The places of what the schema expects below an entry of an object. */
export function obtainSlots(entry: Entry, { unsent }: ObjectOutline): (string | Entry | undefined)[] {
  return (entry.slots ??= unsent.slice());
}

/** Takes away all that was sent under an entry's name and below it. */
export function clearEntry(entry: Entry): void {
  Object.assign(entry, { ...createEntry(entry.segment, entry.outline, entry.place), next: entry.next });
}

/** Whether anything was sent under this name or below it. */
export function isSent(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && (entry.name !== undefined || entry.value !== undefined || hasChildren(entry));
}

function positionOf({ outline }: Entry, segment: string): number | undefined {
  return outline?.kind === 'object' ? outline.positions.get(segment) : undefined;
}

/** What is in a place, as an entry: a text that was there as it is becomes one. */
function slotEntry(parent: Entry, position: number): Entry | undefined {
  const sent = parent.slots?.[position];
  if (typeof sent !== 'string') return sent;
  const entry = fillSlot(parent, position);
  entry.name = nameOfText(parent, entry.segment);
  entry.value = sent;
  return entry;
}

function nameOfText({ prefix }: Entry, key: string): string {
  return prefix ? `${prefix}.${key}` : key;
}

function fillSlot(parent: Entry, position: number): Entry {
  const { outline, place } = parent;
  if (outline?.kind !== 'object') throw new TypeError('Only entries of objects have slots');
  const below = place?.kind === 'object' ? place.below(position) : undefined;
  const entry = createEntry(outline.keys[position]!, outline.below(position), below);
  obtainSlots(parent, outline)[position] = entry;
  return entry;
}

/** Adds an entry below. There must not be one of that segment yet. */
function appendChild(parent: Entry, segment: string): Entry {
  if (parent.isNumbered && segment === String(parent.childCount)) return appendRow(parent, segment);
  parent.isNumbered = false;
  return linkChild(parent, createEntry(segment, rowOutline(parent)));
}

/** Adds the row whose number is how many there are. They must be numbered. */
export function appendRow(list: Entry, segment: string, place = rowPlace(list)): Entry {
  return linkChild(list, createEntry(segment, rowOutline(list), place));
}

/** The place of the row whose number is how many there are. */
export function rowPlace({ place, childCount }: Entry): ObjectPlace | undefined {
  return place?.kind === 'list' ? place.row(childCount) : undefined;
}

function rowOutline({ outline }: Entry): Outline | undefined {
  return outline?.kind === 'list' ? outline.below() : undefined;
}

function linkChild(parent: Entry, child: Entry): Entry {
  if (parent.lastChild) parent.lastChild.next = child;
  else parent.firstChild = child;
  parent.lastChild = child;
  parent.childCount += 1;
  parent.childIndex?.set(child.segment, child);
  return child;
}

function indexChildren(parent: Entry): Map<string, Entry> {
  const index = new Map<string, Entry>();
  for (let child = parent.firstChild; child; child = child.next) index.set(child.segment, child);
  parent.childIndex = index;
  return index;
}
