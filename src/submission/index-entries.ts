import { splitName } from '../shared/path.js';
import { RESERVED_FIELDS } from '../shared/wire.js';
import { addValue, createEntry, obtainChild, type Entry, type FormValue } from './entries.js';
import { SubmissionLimitError, type Limits } from './limits.js';

/** Names that belong to the toolkit and to Astro. */
const notInput: ReadonlySet<string> = new Set([...RESERVED_FIELDS, '_astroAction']);

/**
 * Indexes a form by the segments of its names, once and in one pass. All spellings of a name meet in one entry.
 *
 * @throws {SubmissionLimitError} at the first name that is past a limit.
 */
export function indexEntries(form: Iterable<readonly [string, FormValue]>, limits: Limits): Entry {
  const root = createEntry('');
  const locator: Locator = { root, maxDepth: limits.depth, prefix: '', parent: root, depth: 0 };
  let names = 0;
  let files = 0;
  for (const [name, value] of form) {
    if (name.charCodeAt(0) === UNDERSCORE && notInput.has(name)) continue;
    if ((names += 1) > limits.names) throw new SubmissionLimitError('names', limits.names);
    if (name.length > limits.nameLength) throw new SubmissionLimitError('nameLength', limits.nameLength);
    const entry = locate(locator, name);
    if (entry.name === undefined) entry.name = name;
    if (typeof value !== 'string') {
      if (isUntouched(value)) continue;
      if ((files += 1) > limits.files) throw new SubmissionLimitError('files', limits.files);
    }
    addValue(entry, value);
  }
  return root;
}

const UNDERSCORE = 0x5f;

/** What a browser sends for a file control that nobody touched. */
function isUntouched(file: File): boolean {
  return file.size === 0 && file.name === '';
}

/** Names that follow each other mostly share all but their last segment; where that led to is kept. */
interface Locator {
  readonly root: Entry;
  readonly maxDepth: number;
  /** Of the last name: what comes before its last segment. */
  prefix: string;
  /** Where that leads to. */
  parent: Entry;
  depth: number;
}

function locate(locator: Locator, name: string): Entry {
  const dot = name.lastIndexOf('.');
  const bracket = name.lastIndexOf('[');
  if (dot < 0 && bracket < 0) return obtainChild(locator.root, name);
  const leaf = dot > bracket ? plainLeaf(name, dot) : bracketLeaf(name, bracket);
  const end = dot > bracket ? dot : bracket;
  const { prefix } = locator;
  if (leaf === undefined || end === 0 || prefix.length !== end || !name.startsWith(prefix))
    return locateAnew(locator, name, leaf, end);
  if (leaf === '') return locator.parent;
  if (locator.depth >= locator.maxDepth) throw new SubmissionLimitError('depth', locator.maxDepth);
  return obtainChild(locator.parent, leaf);
}

/** What follows the last dot; `undefined` if it may be inside of brackets. */
function plainLeaf(name: string, dot: number): string | undefined {
  const leaf = name.slice(dot + 1);
  return leaf === '' || leaf.includes(']') ? undefined : leaf;
}

/** What the last brackets hold. */
function bracketLeaf(name: string, bracket: number): string | undefined {
  const end = name.indexOf(']', bracket);
  return end === name.length - 1 ? name.slice(bracket + 1, end) : undefined;
}

function locateAnew(locator: Locator, name: string, leaf: string | undefined, end: number): Entry {
  const { root, maxDepth } = locator;
  const segments = splitName(name);
  // what is no path is a name of its own
  if (!segments) return obtainChild(root, name);
  const last = segments.pop();
  if (last === undefined) return obtainChild(root, name);
  const isList = last === '';
  if (segments.length + (isList ? 0 : 1) > maxDepth) throw new SubmissionLimitError('depth', maxDepth);
  const parent = segments.reduce(obtainChild, root);
  if (leaf === last) {
    locator.prefix = name.slice(0, end);
    locator.parent = parent;
    locator.depth = segments.length;
  }
  return isList ? parent : obtainChild(parent, last);
}
