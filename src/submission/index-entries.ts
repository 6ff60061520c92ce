import { splitName } from '../shared/path.js';
import { RESERVED_FIELDS } from '../shared/wire.js';
import { addValue, appendChild, createEntry, obtainChild, type Entry, type FormValue } from './entries.js';
import { SubmissionLimitError, type Limits } from './limits.js';

/** Names that belong to the toolkit and to Astro. */
const notInput: ReadonlySet<string> = new Set([...RESERVED_FIELDS, '_astroAction']);

/**
 * Indexes a form by the segments of its names, once and in one pass. All spellings of a name meet in one entry.
 * `expected` are plain names in the order in which they are likely to come: those are not looked into.
 *
 * @throws {SubmissionLimitError} at the first name that is past a limit.
 */
export function indexEntries(
  form: Iterable<readonly [string, FormValue]>,
  limits: Limits,
  expected: readonly string[] = [],
): Entry {
  const root = createEntry('');
  const locator: Locator = { root, maxDepth: limits.depth, prefixes: [], parents: [] };
  let names = 0;
  let files = 0;
  let nextExpected = 0;
  let isAsExpected = true;
  for (const [name, value] of form) {
    if (name.charCodeAt(0) === UNDERSCORE && notInput.has(name)) continue;
    if ((names += 1) > limits.names) throw new SubmissionLimitError('names', limits.names);
    if (name.length > limits.nameLength) throw new SubmissionLimitError('nameLength', limits.nameLength);
    const position = isAsExpected ? positionFrom(expected, nextExpected, name) : -1;
    let entry: Entry;
    if (position >= 0) {
      entry = appendChild(root, expected[position]!);
      nextExpected = position + 1;
    } else {
      // several values of one name leave the others as expected
      if (root.lastChild?.segment !== name) isAsExpected = false;
      // what is no path is a name of its own
      entry = locate(locator, name, 0) ?? obtainChild(root, name);
    }
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

/** So many fields in a row may be missing, as boxes that are not ticked are. */
const LOOK_AHEAD = 8;

function positionFrom(names: readonly string[], start: number, name: string): number {
  const end = Math.min(names.length, start + LOOK_AHEAD);
  for (let position = start; position < end; position += 1) if (names[position] === name) return position;
  return -1;
}

/** What a browser sends for a file control that nobody touched. */
function isUntouched(file: File): boolean {
  return file.size === 0 && file.name === '';
}

/** Names that follow each other mostly share all but their last segments; where those led to is kept. */
interface Locator {
  readonly root: Entry;
  readonly maxDepth: number;
  /** Of the last name: what comes before its last segment, before its last but one, and so on. */
  readonly prefixes: string[];
  /** Where these lead to. */
  readonly parents: Entry[];
}

/** The entry of a name without its last `depth` segments. `undefined`: the name is no path. */
function locate(locator: Locator, name: string, depth: number): Entry | undefined {
  const dot = name.lastIndexOf('.');
  const bracket = name.lastIndexOf('[');
  if (dot < 0 && bracket < 0) return obtainChild(locator.root, name);
  const end = dot > bracket ? dot : bracket;
  const leaf = dot > bracket ? plainLeaf(name, dot) : bracketLeaf(name, bracket);
  if (leaf === undefined) return locateSegments(locator, splitName(name), depth);
  if (leaf === '') return depth === 0 && end > 0 ? locate(locator, name.slice(0, end), 0) : undefined;
  if (end === 0) return dot === 0 ? undefined : obtainChild(locator.root, leaf);
  if (depth + 2 > locator.maxDepth) throw new SubmissionLimitError('depth', locator.maxDepth);
  const parent = locateParent(locator, name, end, depth);
  return parent && obtainChild(parent, leaf);
}

function locateParent(locator: Locator, name: string, end: number, depth: number): Entry | undefined {
  const { prefixes, parents } = locator;
  const known = prefixes[depth];
  if (known !== undefined && known.length === end && name.startsWith(known)) return parents[depth];
  const prefix = name.slice(0, end);
  const parent = locate(locator, prefix, depth + 1);
  if (parent) {
    prefixes[depth] = prefix;
    parents[depth] = parent;
  }
  return parent;
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

/** The long way, for names whose keys hold dots. */
function locateSegments(
  { root, maxDepth }: Locator,
  segments: readonly string[] | undefined,
  depth: number,
): Entry | undefined {
  if (!segments || segments.length === 0 || segments.includes('')) return undefined;
  if (depth + segments.length > maxDepth) throw new SubmissionLimitError('depth', maxDepth);
  return segments.reduce(obtainChild, root);
}
