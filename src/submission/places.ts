import type { SchemaNode } from '../schema/kinds.js';
import { appendPath } from '../shared/path.js';
import { outlineOf, type ListOutline, type ObjectOutline, type Outline } from './outline.js';

/** Where on a form a part of the schema is expected, and how its fields are called there: a name is found by comparing it. */
export type Place = ObjectPlace | ListPlace;

export interface ObjectPlace {
  readonly kind: 'object';
  readonly outline: ObjectOutline;
  /** What the names of the fields begin with, as forms mostly spell it. */
  readonly prefix: string;
  /** The names of the keys, in their order. `undefined`: a key that would be read as a path. */
  readonly names: readonly (string | undefined)[];
  /** Rows have no places below them: there would be too many. */
  below(position: number): Place | undefined;
}

export interface ListPlace {
  readonly kind: 'list';
  readonly outline: ListOutline;
  readonly prefix: string;
  /** The row of a number. `undefined`: rows have no fields, or the number is one of those that are not kept. */
  row(index: number): ObjectPlace | undefined;
}

/** So many names of the rows of one list are kept; further ones are taken apart. */
const MAX_ROW_NAMES = 2000;

/** The place of a schema that is a form of its own. */
export function placeOf(root: SchemaNode): Place | undefined {
  return toPlace(outlineOf(root), '');
}

function toPlace(outline: Outline | undefined, prefix: string): Place | undefined {
  if (!outline) return undefined;
  return outline.kind === 'object' ? ofObject(outline, prefix) : ofList(outline, prefix);
}

function ofObject(outline: ObjectOutline, prefix: string): ObjectPlace {
  const names = namesOf(outline, prefix);
  const known = new Map<number, Place | undefined>();
  return {
    kind: 'object',
    outline,
    prefix,
    names,
    below(position) {
      if (!known.has(position)) {
        const name = names[position];
        known.set(position, name === undefined ? undefined : toPlace(outline.below(position), name));
      }
      return known.get(position);
    },
  };
}

function ofList(outline: ListOutline, prefix: string): ListPlace {
  const rows: ObjectPlace[] = [];
  return {
    kind: 'list',
    outline,
    prefix,
    row(index) {
      const element = outline.below();
      if (element?.kind !== 'object' || index * element.keys.length > MAX_ROW_NAMES) return undefined;
      return (rows[index] ??= ofRow(element, appendPath(prefix, index)));
    },
  };
}

function ofRow(outline: ObjectOutline, prefix: string): ObjectPlace {
  return { kind: 'object', outline, prefix, names: namesOf(outline, prefix), below: nothingBelow };
}

function nothingBelow(): undefined {
  return undefined;
}

function namesOf({ keys, isPlain }: ObjectOutline, prefix: string): (string | undefined)[] {
  return keys.map((key, position) => (isPlain[position] ? flatten(appendPath(prefix, key)) : undefined));
}

/** A text in one piece: one that is made of others is put together at every comparison. */
function flatten(text: string): string {
  return [...text].join('');
}
