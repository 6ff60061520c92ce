import { splitName } from '../shared/path.js';
import {
  addNamed,
  appendRow,
  obtainChild,
  obtainSlot,
  obtainSlots,
  rowPlace,
  type Entry,
  type FormValue,
} from './entries.js';
import { SubmissionLimitError } from './limits.js';
import type { ObjectOutline } from './outline.js';
import type { ObjectPlace } from './places.js';

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
  /** How names are spelled that the schema expects below `parent`. `undefined`: as their keys after the prefix. */
  names: ObjectPlace['names'] | undefined;
  /** The list that has `parent` for a row. `undefined`: it is none, or its rows were spelled in another way. */
  list: Entry | undefined;
  /** The place in the outline that the last name had. `-1`: none yet. */
  position: number;
}

export function createLocator(root: Entry, maxDepth: number): Locator {
  const { outline, place } = root;
  root.prefix = '';
  return {
    root,
    maxDepth,
    parent: root,
    prefix: '',
    outline: outline?.kind === 'object' ? outline : undefined,
    names: place?.kind === 'object' ? place.names : undefined,
    list: undefined,
    position: -1,
  };
}

/** So many fields in a row may be missing, as boxes that are not ticked are. */
const LOOK_AHEAD = 8;
const DOT = 0x2e;
const BRACKET = 0x5b;

/** Puts a value in its place, if the schema expects the name near the last one. `false`: nothing was done. */
export function putExpected(locator: Locator, name: string, value: FormValue | undefined): boolean {
  const { outline, names, position: last } = locator;
  if (!outline) return false;
  const position = names ? nearName(names, last, name) : nearKey(outline, last, locator.prefix, name);
  if (position < 0) return false;
  putAt(locator, outline, position, name, value);
  return true;
}

/** Puts a value in its place, if the name is expected in the row after the last name's. `false`: nothing was done. */
export function putInNextRow(locator: Locator, name: string, value: FormValue | undefined): boolean {
  const { list } = locator;
  if (!list?.isNumbered) return false;
  const place = rowPlace(list);
  if (!place) return false;
  const position = nearName(place.names, -1, name);
  if (position < 0) return false;
  settle(locator, appendRow(list, String(list.childCount), place), place.prefix, list);
  putAt(locator, place.outline, position, name, value);
  return true;
}

function putAt(
  locator: Locator,
  outline: ObjectOutline,
  position: number,
  name: string,
  value: FormValue | undefined,
): void {
  const { parent } = locator;
  locator.position = position;
  const slots = obtainSlots(parent, outline);
  if (typeof value === 'string' && outline.takesText[position] && slots[position] === undefined)
    slots[position] = value;
  else addNamed(obtainSlot(parent, position), name, value);
}

/** The place of a name: after the last one, at the last one again, or a few places on. `-1`: none of these. */
function nearName(names: ObjectPlace['names'], last: number, name: string): number {
  if (names[last + 1] === name) return last + 1;
  if (last >= 0 && names[last] === name) return last;
  const end = Math.min(names.length, last + LOOK_AHEAD);
  for (let position = last + 2; position < end; position += 1) if (names[position] === name) return position;
  return -1;
}

/** As {@link nearName}, of a name that has its key after a prefix. */
function nearKey({ keys, isPlain }: ObjectOutline, last: number, prefix: string, name: string): number {
  const start = prefix === '' ? 0 : prefix.length + 1;
  if (start > 0 && (name.charCodeAt(start - 1) !== DOT || !name.startsWith(prefix))) return -1;
  const position = nearName(keys, last, name.slice(start));
  return isPlain[position] ? position : -1;
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
  let list: Entry | undefined;
  let parent = locator.root;
  for (const segment of segments) {
    list = parent;
    parent = obtainChild(list, segment);
  }
  settle(locator, parent, segments.length === 0 ? '' : withoutLeaf(spelled, leaf), list);
  return lookFrom(locator, leaf);
}

function settle(locator: Locator, parent: Entry, prefix: string, above?: Entry): void {
  parent.prefix ??= prefix;
  const { outline, place } = parent;
  // texts without an entry are all spelled alike
  const isExpected = outline?.kind === 'object' && parent.prefix === prefix;
  const isSpelled = isExpected && place?.kind === 'object' && place.prefix === prefix;
  locator.parent = parent;
  locator.prefix = prefix;
  locator.outline = isExpected ? outline : undefined;
  locator.names = isSpelled ? place.names : undefined;
  locator.list = isSpelled && above?.place?.kind === 'list' ? above : undefined;
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
