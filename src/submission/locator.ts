import { splitName } from '../shared/path.js';
import { addNamed, obtainChild, obtainSlot, obtainSlots, type Entry, type FormValue } from './entries.js';
import { SubmissionLimitError } from './limits.js';
import type { ObjectOutline } from './outline.js';

/** Where the last name led to. Names that follow each other mostly differ in their last segments only. */
export interface Locator {
  readonly root: Entry;
  readonly maxDepth: number;
  /** The entry above the last name's. */
  parent: Entry;
  /** The last name without its last segment. */
  prefix: string;
  /** What the schema expects below `parent`, where texts can be put without an entry. */
  outline: ObjectOutline | undefined;
  /** The place in the outline that the last name had. `-1`: none yet. */
  position: number;
}

export function createLocator(root: Entry, maxDepth: number): Locator {
  const locator: Locator = { root, maxDepth, parent: root, prefix: '', outline: undefined, position: -1 };
  settle(locator, root, '');
  return locator;
}

/** So many fields in a row may be missing, as boxes that are not ticked are. */
const LOOK_AHEAD = 8;
const DOT = 0x2e;
const BRACKET = 0x5b;

/** Puts a value in its place, if the schema expects the name near the last one. `false`: nothing was done. */
export function putExpected(locator: Locator, name: string, value: FormValue | undefined): boolean {
  const { outline, prefix, position: last } = locator;
  if (!outline) return false;
  const start = prefix === '' ? 0 : prefix.length + 1;
  if (start > 0 && (name.charCodeAt(start - 1) !== DOT || !name.startsWith(prefix))) return false;
  const position = isKeyAt(outline, last + 1, name, start) ? last + 1 : lookAhead(outline, last, name, start);
  if (position < 0) return false;
  locator.position = position;
  const slots = obtainSlots(locator.parent, outline);
  if (typeof value === 'string' && outline.takesText[position] && slots[position] === undefined)
    slots[position] = value;
  else addNamed(obtainSlot(locator.parent, position), name, value);
  return true;
}

/** The place of a name that is not the next one: the last one again, or one a few places on. `-1`: none of these. */
function lookAhead(outline: ObjectOutline, last: number, name: string, start: number): number {
  if (last >= 0 && isKeyAt(outline, last, name, start)) return last;
  const end = Math.min(outline.keys.length, last + LOOK_AHEAD);
  for (let position = last + 2; position < end; position += 1) {
    if (isKeyAt(outline, position, name, start)) return position;
  }
  return -1;
}

function isKeyAt({ keys, isPlain }: ObjectOutline, position: number, name: string, start: number): boolean {
  const key = keys[position];
  if (key === undefined || name.length !== start + key.length) return false;
  return (start === 0 ? name === key : name.endsWith(key)) && isPlain[position]!;
}

/**
 * Goes to the entry above a name's, and gives the name's last segment. What is no path is a name of its own.
 *
 * @throws {SubmissionLimitError} if the name has too many levels.
 */
export function moveTo(locator: Locator, name: string): string {
  const sibling = siblingSegment(locator.prefix, name);
  if (sibling !== undefined) return lookFrom(locator, sibling);
  const segments = splitName(name);
  // `tags[]` is another spelling of `tags`
  const hasBrackets = segments !== undefined && segments.length > 1 && segments.at(-1) === '';
  if (hasBrackets) segments.pop();
  const leaf = segments?.pop();
  if (segments === undefined || leaf === undefined || leaf === '') {
    settle(locator, locator.root, '');
    return lookFrom(locator, name);
  }
  if (segments.length >= locator.maxDepth) throw new SubmissionLimitError('depth', locator.maxDepth);
  const spelled = hasBrackets ? name.slice(0, -2) : name;
  settle(locator, segments.reduce(obtainChild, locator.root), segments.length === 0 ? '' : withoutLeaf(spelled, leaf));
  return lookFrom(locator, leaf);
}

function settle(locator: Locator, parent: Entry, prefix: string): void {
  parent.prefix ??= prefix;
  locator.parent = parent;
  locator.prefix = prefix;
  // texts without an entry are all spelled alike
  locator.outline = parent.outline?.kind === 'object' && parent.prefix === prefix ? parent.outline : undefined;
  locator.position = -1;
}

function lookFrom(locator: Locator, segment: string): string {
  locator.position = locator.outline?.positions.get(segment) ?? locator.position;
  return segment;
}

/** What follows the prefix, where that is one segment. */
function siblingSegment(prefix: string, name: string): string | undefined {
  if (prefix === '') return isOneSegment(name) ? name : undefined;
  if (!name.startsWith(prefix)) return undefined;
  const from = prefix.length + 1;
  switch (name.charCodeAt(prefix.length)) {
    case DOT: {
      const segment = name.slice(from);
      return segment !== '' && isOneSegment(segment) ? segment : undefined;
    }
    case BRACKET: {
      const end = name.indexOf(']', from);
      return end === name.length - 1 && end > from ? name.slice(from, end) : undefined;
    }
    default:
      return undefined;
  }
}

function isOneSegment(text: string): boolean {
  return !text.includes('.') && !text.includes('[');
}

function withoutLeaf(name: string, leaf: string): string {
  const isBracketed = name.endsWith(']') && name.charCodeAt(name.length - leaf.length - 2) === BRACKET;
  return name.slice(0, name.length - leaf.length - (isBracketed ? 2 : 1));
}
