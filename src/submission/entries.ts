import { splitName } from '../shared/path.js';

/** What one control sends. */
export type FormValue = string | File;

/**
 * What a form sent under one name, and under the names below it. Entries are made by the thousand, so they are linked
 * to each other, and get an index of their children only where these are many.
 */
export interface Entry {
  /** The part of the name that leads here from the entry above. */
  readonly segment: string;
  /** The name as it was spelled first. `undefined` where only names below it were sent. */
  name: string | undefined;
  /** The first value. `undefined`: nothing, or only a file control that was left empty. */
  value: FormValue | undefined;
  /** The values after the first one. */
  more: FormValue[] | undefined;
  firstChild: Entry | undefined;
  lastChild: Entry | undefined;
  next: Entry | undefined;
  childIndex: Map<string, Entry> | number;
}

/** With more children than this, finding one by looking at each takes longer than asking a Map. */
const MAX_UNINDEXED = 32;

export function createEntry(segment: string): Entry {
  return {
    segment,
    name: undefined,
    value: undefined,
    more: undefined,
    firstChild: undefined,
    lastChild: undefined,
    next: undefined,
    childIndex: 0,
  };
}

/** Adds a value after those that an entry has. */
export function addValue(entry: Entry, value: FormValue): void {
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

/** The entries below, in the order sent. */
export function* childrenOf(entry: Entry | undefined): Generator<Entry, void, undefined> {
  for (let child = entry?.firstChild; child; child = child.next) yield child;
}

/** The entry below that a segment leads to. */
export function findChild(entry: Entry, segment: string): Entry | undefined {
  if (typeof entry.childIndex !== 'number') return entry.childIndex.get(segment);
  if (entry.childIndex > MAX_UNINDEXED) return indexChildren(entry).get(segment);
  let child = entry.firstChild;
  while (child && child.segment !== segment) child = child.next;
  return child;
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
  // a hidden field and its box come one after the other
  if (parent.lastChild?.segment === segment) return parent.lastChild;
  return findChild(parent, segment) ?? appendChild(parent, segment);
}

/** Adds an entry below. There must not be one of that segment yet. */
export function appendChild(parent: Entry, segment: string): Entry {
  const child = createEntry(segment);
  if (parent.lastChild) parent.lastChild.next = child;
  else parent.firstChild = child;
  parent.lastChild = child;
  if (typeof parent.childIndex === 'number') parent.childIndex += 1;
  else parent.childIndex.set(segment, child);
  return child;
}

/** Takes away all that was sent under an entry's name and below it. */
export function clearEntry(entry: Entry): void {
  Object.assign(entry, { ...createEntry(entry.segment), next: entry.next });
}

/** Whether anything was sent under this name or below it. */
export function isSent(entry: Entry | undefined): entry is Entry {
  return (
    entry !== undefined && (entry.name !== undefined || entry.firstChild !== undefined || entry.value !== undefined)
  );
}

function indexChildren(parent: Entry): Map<string, Entry> {
  const index = new Map<string, Entry>();
  for (const child of childrenOf(parent)) index.set(child.segment, child);
  parent.childIndex = index;
  return index;
}
