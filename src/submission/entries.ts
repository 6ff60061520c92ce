import { splitName } from '../shared/path.js';
import { RESERVED_FIELDS } from '../shared/wire.js';
import { SubmissionLimitError, type Limits } from './limits.js';

/** What one control sends. */
export type FormValue = string | File;

/** What a form sent under one name, and under the names below it. Names of clients are keys of Maps only. */
export interface Entry {
  /** In the order sent. `undefined`: nothing, or only a file control that was left empty. */
  values: FormValue[] | undefined;
  children: Map<string, Entry> | undefined;
  /** Entries of single values of a repeated name. */
  items: Map<FormValue, Entry> | undefined;
  readonly parent: Entry | undefined;
  readonly segment: string;
  /** The name as it was spelled first. `undefined` where only names below it were sent. */
  name: string | undefined;
  /** Set by the page, not by the person: not shown again. */
  isFixed: boolean;
}

/** Names that belong to the toolkit and to Astro. */
const notInput: ReadonlySet<string> = new Set([...RESERVED_FIELDS, '_astroAction']);

export function createEntry(parent: Entry | undefined, segment: string): Entry {
  return { values: undefined, children: undefined, items: undefined, parent, segment, name: undefined, isFixed: false };
}

/**
 * Indexes a form by the segments of its names, once and in one pass. All spellings of a name meet in one entry.
 *
 * @throws {SubmissionLimitError} at the first name that is past a limit.
 */
export function indexEntries(form: Iterable<readonly [string, FormValue]>, limits: Limits): Entry {
  const root = createEntry(undefined, '');
  const locate = createLocator(root, limits.depth);
  let names = 0;
  let files = 0;
  for (const [name, value] of form) {
    if (notInput.has(name)) continue;
    if ((names += 1) > limits.names) throw new SubmissionLimitError('names', limits.names);
    if (name.length > limits.nameLength) throw new SubmissionLimitError('nameLength', limits.nameLength);
    const entry = locate(name);
    entry.name ??= name;
    if (typeof value !== 'string') {
      if (isUntouched(value)) continue;
      if ((files += 1) > limits.files) throw new SubmissionLimitError('files', limits.files);
    }
    if (entry.values === undefined) entry.values = [value];
    else entry.values.push(value);
  }
  return root;
}

/** The entry below, by the segment of a name or by a schema's key. A key such as `a.b` is also found as `a` and `b`. */
export function childEntry(entry: Entry, key: string): Entry | undefined {
  const child = entry.children?.get(key);
  if (child || !/[.[]/.test(key)) return child;
  let found: Entry | undefined = entry;
  for (const segment of splitName(key) ?? []) {
    if (segment !== '') found = found?.children?.get(segment);
  }
  return found === entry ? undefined : found;
}

/** The entry below, made if there is none. */
export function obtainChild(parent: Entry, segment: string): Entry {
  const children = (parent.children ??= new Map());
  let child = children.get(segment);
  if (!child) children.set(segment, (child = createEntry(parent, segment)));
  return child;
}

/** The entry of one of several values of a name; always the same one for the same value. */
export function itemEntry(list: Entry, value: FormValue): Entry {
  const items = (list.items ??= new Map());
  let item = items.get(value);
  if (!item) {
    item = createEntry(list, '');
    item.values = [value];
    items.set(value, item);
  }
  return item;
}

/** The segments from the root to an entry. */
export function segmentsOf(entry: Entry): string[] {
  const segments: string[] = [];
  for (let at: Entry | undefined = entry; at?.parent; at = at.parent) segments.unshift(at.segment);
  return segments;
}

/** Whether anything was sent under this name or below it. */
export function isSent(entry: Entry | undefined): entry is Entry {
  return (
    entry !== undefined && (entry.values !== undefined || entry.children !== undefined || entry.name !== undefined)
  );
}

/** Whether this is the form itself. */
export function isRoot(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.parent === undefined;
}

/** What a browser sends for a file control that nobody touched. */
function isUntouched(file: File): boolean {
  return file.size === 0 && file.name === '';
}

/** Finds the entry of a name. Names that follow each other mostly share all but their last segment, which is kept. */
function createLocator(root: Entry, maxDepth: number): (name: string) => Entry {
  let lastPrefix = '';
  let lastParent = root;
  let lastDepth = 0;
  return (name) => {
    const dot = name.lastIndexOf('.');
    const bracket = name.lastIndexOf('[');
    if (dot < 0 && bracket < 0) return obtainChild(root, name);
    const leaf = dot > bracket ? plainLeaf(name, dot) : bracketLeaf(name, bracket);
    const prefix = name.slice(0, Math.max(dot, bracket));
    if (leaf !== undefined && prefix !== '' && prefix === lastPrefix) {
      if (lastDepth >= maxDepth) throw new SubmissionLimitError('depth', maxDepth);
      return leaf === '' ? lastParent : obtainChild(lastParent, leaf);
    }
    const segments = splitName(name);
    if (!segments) return obtainChild(root, name);
    const isList = segments.at(-1) === '';
    if (isList) segments.pop();
    if (segments.length > maxDepth) throw new SubmissionLimitError('depth', maxDepth);
    const last = isList ? undefined : segments.pop();
    const parent = segments.reduce(obtainChild, root);
    if (leaf === (last ?? '')) {
      lastPrefix = prefix;
      lastDepth = segments.length + (last === undefined ? -1 : 0);
      lastParent = parent;
    }
    return last === undefined ? parent : obtainChild(parent, last);
  };
}

function plainLeaf(name: string, dot: number): string | undefined {
  const leaf = name.slice(dot + 1);
  return leaf === '' || leaf.includes(']') ? undefined : leaf;
}

function bracketLeaf(name: string, bracket: number): string | undefined {
  const end = name.indexOf(']', bracket);
  return end === name.length - 1 ? name.slice(bracket + 1, end) : undefined;
}
