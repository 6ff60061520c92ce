/**
 * Paths of fields. The canonical spelling is `address.street`, `items[0].sku`, `tags[0]`:
 * object keys after a dot, array indices in brackets.
 */

export type PathSegment = string | number;
export type FieldPath = readonly PathSegment[];

/** Thrown by {@link parsePath}: says at which character, and echoes the input. */
export class PathSyntaxError extends Error {
  override readonly name = 'PathSyntaxError';
  constructor(
    readonly input: string,
    /** Zero-based offset of the character that does not fit. */
    readonly position: number,
    reason: string,
  ) {
    super(`${reason} at position ${position} of ${JSON.stringify(input)}`);
  }
}

/**
 * Reads a path. Digits in brackets are an index, anything else in brackets or after a dot is a key.
 * `''` is the root.
 *
 * @throws {PathSyntaxError} on an empty segment, an unclosed bracket, a bracket in brackets or text right after `]`.
 */
export function parsePath(input: string): PathSegment[] {
  const path: PathSegment[] = [];
  let at = 0;
  while (at < input.length) {
    if (input[at] === '[') {
      const end = input.indexOf(']', at);
      if (end < 0) throw new PathSyntaxError(input, at, 'Unclosed "["');
      const inner = input.slice(at + 1, end);
      if (inner === '') throw new PathSyntaxError(input, at, 'Empty brackets');
      if (inner.includes('[')) throw new PathSyntaxError(input, input.indexOf('[', at + 1), '"[" inside of brackets');
      path.push(isIndex(inner) ? Number(inner) : inner);
      at = end + 1;
      if (at < input.length && input[at] !== '.' && input[at] !== '[') {
        throw new PathSyntaxError(input, at, 'Expected "." or "["');
      }
      continue;
    }
    if (input[at] === '.') {
      if (at === 0) throw new PathSyntaxError(input, at, 'A path cannot start with "."');
      at += 1;
    }
    let end = at;
    while (end < input.length && input[end] !== '.' && input[end] !== '[') end += 1;
    if (end === at) throw new PathSyntaxError(input, at, 'Empty segment');
    path.push(input.slice(at, end));
    at = end;
  }
  return path;
}

/**
 * Spells a path canonically; {@link parsePath} reads it back. Symbols of Zod's, empty keys and keys that hold `[`, or `]`
 * beside a dot, cannot be spelled and are written as they are. No name that a form sends has such a key.
 */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(childName, '');
}

/** What {@link appendPath} makes of a name and a segment, as far as these are known to TypeScript. */
export type ChildName<Parent extends string, Segment extends PropertyKey> = Segment extends number
  ? `${Parent}[${Segment}]`
  : Segment extends `${string}[${string}` | `${string}]${string}`
    ? Dotted<Parent, Segment>
    : Segment extends `${string}.${string}`
      ? `${Parent}[${Segment}]`
      : Segment extends string
        ? string extends Segment
          ? Dotted<Parent, Segment> | `${Parent}[${Segment}]`
          : Dotted<Parent, Segment>
        : string;

type Dotted<Parent extends string, Key extends string> = Parent extends '' ? Key : `${Parent}.${Key}`;

/**
 * The name of a child: `appendPath('items', 0)` is `items[0]`, `appendPath('items[0]', 'sku')` is `items[0].sku`.
 * A key that holds a dot goes in brackets: `appendPath('r', 'a.b')` is `r[a.b]`.
 */
export function appendPath<const Parent extends string, const Segment extends PropertyKey>(
  parent: Parent,
  segment: Segment,
): ChildName<Parent, Segment> {
  // why: ChildName says the same in types
  return childName(parent, segment) as ChildName<Parent, Segment>;
}

function childName(parent: string, segment: PropertyKey): string {
  if (typeof segment === 'number') return `${parent}[${segment}]`;
  if (typeof segment === 'string' && segment.includes('.') && !/[[\]]/.test(segment)) return `${parent}[${segment}]`;
  return (parent && `${parent}.`) + String(segment);
}

/** The path one level up; the root is its own parent. */
export function parentPath(path: FieldPath): FieldPath {
  return path.slice(0, -1);
}

/** Whether a segment is an array index as forms write it: decimal digits, no sign, no leading zero, at most nine. */
export function isIndex(text: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(text);
}

/**
 * Splits a name that a client sent, in any spelling: `items[0].qty`, `items.0.qty` and `items[0][qty]` are
 * `['items', '0', 'qty']`; a trailing `[]` is a last segment `''`. Never throws: `undefined` is a name that is no path.
 * Without a last `''`, `formatPath` can spell what it gives.
 */
export function splitName(name: string): string[] | undefined {
  const segments: string[] = [];
  let at = 0;
  while (at < name.length) {
    if (name[at] === '[') {
      const end = name.indexOf(']', at);
      if (end < 0 || (end === at + 1 && end !== name.length - 1)) return undefined;
      const inner = name.slice(at + 1, end);
      if (inner.includes('[')) return undefined;
      segments.push(inner);
      at = end + 1;
      if (at < name.length && name[at] !== '.' && name[at] !== '[') return undefined;
      continue;
    }
    if (name[at] === '.') {
      if (at === 0) return undefined;
      at += 1;
    }
    const end = segmentEnd(name, at);
    if (end === at) return undefined;
    segments.push(name.slice(at, end));
    at = end;
  }
  return segments;
}

function segmentEnd(name: string, from: number): number {
  let end = from;
  while (end < name.length && name[end] !== '.' && name[end] !== '[') end += 1;
  return end;
}
