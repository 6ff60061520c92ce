import type { SchemaNode } from '../schema/kinds.js';
import { fieldPathOf, nodeAt } from '../schema/node-at.js';
import type { ZodIssue } from '../schema/validate.js';
import type { FormIssue } from '../shared/issue.js';
import { formatPath, type PathSegment } from '../shared/path.js';
import { childEntry, findChild, nameBelow, type Entry } from './entries.js';

/** What is needed to say where on the form an issue belongs. */
export interface IssueSource {
  readonly root: SchemaNode;
  readonly entries: Entry;
  readonly input: unknown;
  readonly rows: ReadonlyMap<object, readonly number[]> | undefined;
}

/** Zod's issues with rows numbered as they were submitted, and with the name that was on the form. */
export function toFormIssues(issues: readonly ZodIssue[], source: IssueSource): FormIssue[] {
  const found: FormIssue[] = [];
  for (const issue of issues) {
    if (isOfText(issue, source.entries)) found.push({ path: issue.path, message: issue.message, code: codeOf(issue) });
    else if (issue.code !== 'invalid_union') found.push(toFormIssue(atTag(issue, source.root), source));
    else found.push(...atLeaves(issue, source.root).map((leaf) => toFormIssue(leaf, source)));
  }
  return found;
}

/** An issue as most are: of one text, which was sent under its key in the schema. */
function isOfText(issue: ZodIssue, { slots, outline }: Entry): issue is ZodIssue & { path: readonly [string] } {
  const key = issue.path[0];
  if (issue.path.length !== 1 || typeof key !== 'string' || outline?.kind !== 'object') return false;
  const position = outline.positions.get(key);
  return position !== undefined && outline.isPlain[position] === true && typeof slots?.[position] === 'string';
}

function codeOf({ code }: ZodIssue): string {
  return code ?? 'custom';
}

/**
 * A union of objects that fits no option says "Invalid input" of the whole. Unless the author wrote that message, what
 * the closest option found wrong is said instead, at its fields.
 */
function atLeaves(issue: ZodIssue, root: SchemaNode): ZodIssue[] {
  if (issue.code !== 'invalid_union' || !issue.errors) return [issue];
  const closest = issue.errors
    .filter((errors) => errors.length > 0 && errors.every(({ path }) => path.length > 0))
    .toSorted((a, b) => a.length - b.length)[0];
  const node = nodeAt(root, issue.path.map(toSegment));
  if (!closest || node?.kind !== 'union' || node.hasMessage) return [issue];
  return closest.flatMap((inner) => atLeaves({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

/** A discriminated union of which nothing was sent lacks the choice that its tag is: that is what a form shows. */
function atTag(issue: ZodIssue, root: SchemaNode): ZodIssue {
  if (issue.code !== 'invalid_type' || issue.expected !== 'object') return issue;
  const node = nodeAt(root, issue.path.map(toSegment));
  if (node?.kind !== 'union' || node.discriminator === undefined) return issue;
  return { ...issue, path: [...issue.path, node.discriminator] };
}

function toFormIssue(issue: ZodIssue, { root, entries, input, rows }: IssueSource): FormIssue {
  const path: PathSegment[] = [];
  let value = input;
  for (const key of issue.path) {
    const segment = toSegment(key);
    const numbers = typeof value === 'object' && value !== null ? rows?.get(value) : undefined;
    path.push(toShown(segment, value, numbers));
    value = stepInto(value, segment);
  }
  const name = nameOnForm(entries, fieldPathOf(root, path));
  const found: FormIssue = { path, message: issue.message, code: codeOf(issue) };
  return name === undefined || name === formatPath(path) ? found : { ...found, name };
}

/** The control that an issue belongs to; an element of a repeated name belongs to that name. */
function nameOnForm(entries: Entry, path: readonly PathSegment[]): string | undefined {
  const last = path.length - 1;
  if (last < 0) return undefined;
  let entry: Entry | undefined = entries;
  for (let index = 0; index < last; index += 1) {
    entry = childEntry(entry, String(path[index]!));
    if (!entry) return undefined;
  }
  const leaf = path[last]!;
  const name = nameBelow(entry, String(leaf)) ?? childEntry(entry, String(leaf))?.name;
  if (name !== undefined) return name;
  const isItem = typeof leaf === 'number' && entry.value !== undefined && !findChild(entry, String(leaf));
  return isItem ? entry.name : undefined;
}

function stepInto(value: unknown, segment: PathSegment): unknown {
  if (value instanceof Map) return value.get(segment);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
  return Reflect.get(value, segment);
}

/** Rows have the numbers they were submitted with; keys of a map are text on a form, whatever they are in the input. */
function toShown(segment: PathSegment, parent: unknown, numbers: readonly number[] | undefined): PathSegment {
  if (typeof segment !== 'number') return segment;
  return parent instanceof Map ? String(segment) : (numbers?.[segment] ?? segment);
}

/** Paths on the wire have no symbols. */
function toSegment(segment: PropertyKey): PathSegment {
  return typeof segment === 'symbol' ? String(segment) : segment;
}
