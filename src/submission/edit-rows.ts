import type { Intent } from '../shared/intent.js';
import { appendPath } from '../shared/path.js';
import { rowIndices, type RawValues } from './values.js';

/** How many rows a list may have. */
export interface RowBounds {
  readonly min: number;
  readonly max: number;
  /** Whether it is in a row of its own kind: it begins with no row, or there would be no end. */
  readonly isInOwnKind: boolean;
}

/** A form after one of its lists was edited. */
export interface EditedRows {
  readonly values: RawValues;
  /** Where a name of the form as it was sent is now; undefined where its row is gone. */
  rename(name: string): string | undefined;
  /** The row that the person goes on with; undefined: none comes after the one that has gone. */
  readonly row: string | undefined;
  /** Whether the row is a new one. */
  readonly isNew: boolean;
  /** Which bound kept the list as it was. */
  readonly refused: 'min' | 'max' | undefined;
}

/** An intent that edits rows. */
export type RowsIntent = Exclude<Intent, { type: 'update' | 'discard' }>;

/**
 * Edits a list as it is shown: rows are numbered from 0 afterwards, and take everything below them along. A row in
 * `shown` that nothing was sent of is an empty one.
 *
 * @param shown Numbers of the rows that the form showed, in order.
 * @param fresh What a new row shows, by the names below it (`.sku`, `''` for the row itself).
 */
export function editRows(
  values: RawValues,
  intent: RowsIntent,
  { shown, fresh, bounds }: { shown: readonly number[]; fresh: RawValues; bounds: RowBounds },
): EditedRows {
  const { list } = intent;
  const planned = plan(intent, shown);
  const refused =
    planned.order.length > shown.length && planned.order.length > bounds.max
      ? 'max'
      : planned.order.length < shown.length && planned.order.length < bounds.min
        ? 'min'
        : undefined;
  const { order, focus } = refused ? { order: shown.map((from): Place => ({ from })), focus: undefined } : planned;

  const moved = new Map<number, number>();
  for (const [index, { from, isCopy }] of order.entries()) if (from !== undefined && !isCopy) moved.set(from, index);
  const rename = (name: string) => renameRow(name, list, (index) => moved.get(index));
  const edited: Record<string, readonly string[]> = Object.create(null);
  for (const [name, raw] of Object.entries(values)) {
    const renamed = rename(name);
    if (renamed !== undefined) edited[renamed] = raw;
  }
  for (const [index, place] of order.entries()) {
    const row = appendPath(list, index);
    // A row that shows nothing is a row all the same.
    edited[row] ??= [];
    if (place.isCopy) copyRow(values, list, place.from ?? 0, edited, row);
    else if (place.from === undefined) for (const [below, raw] of Object.entries(fresh)) edited[row + below] = raw;
  }
  // Emptied, a list shows no row until one is added.
  if (order.length === 0) edited[list] ??= [''];
  const row = focus === undefined || focus >= order.length ? undefined : appendPath(list, focus);
  return { values: edited, rename, row, isNew: planned.isNew && !refused, refused };
}

/** A row after the edit: where it was, or nowhere. */
interface Place {
  readonly from?: number;
  readonly isCopy?: true;
}

interface Plan {
  readonly order: readonly Place[];
  /** Number of the row that the person goes on with. */
  readonly focus: number;
  readonly isNew: boolean;
}

function plan(intent: RowsIntent, shown: readonly number[]): Plan {
  const order = shown.map((from): Place => ({ from }));
  if (intent.type === 'insert') {
    const at = Math.min(intent.at ?? order.length, order.length);
    return { order: order.toSpliced(at, 0, {}), focus: at, isNew: true };
  }
  const at = shown.indexOf(intent.at);
  const row = order[at];
  if (row === undefined) return { order, focus: 0, isNew: false };
  switch (intent.type) {
    case 'remove':
      return { order: order.toSpliced(at, 1), focus: at, isNew: false };
    case 'duplicate':
      return { order: order.toSpliced(at + 1, 0, { ...row, isCopy: true }), focus: at + 1, isNew: true };
    case 'up':
    case 'down': {
      const to = Math.max(0, Math.min(order.length - 1, intent.type === 'up' ? at - 1 : at + 1));
      return { order: order.toSpliced(at, 1).toSpliced(to, 0, row), focus: to, isNew: false };
    }
    default:
      return intent satisfies never;
  }
}

/** The name with another row number, if it is below a list; undefined where that row is gone. */
function renameRow(name: string, list: string, numberOf: (index: number) => number | undefined): string | undefined {
  const found = name.startsWith(`${list}[`) ? /^\[(\d+)\]/.exec(name.slice(list.length)) : null;
  if (!found) return name;
  const index = numberOf(Number(found[1]));
  return index === undefined ? undefined : appendPath(list, index) + name.slice(list.length + found[0].length);
}

function copyRow(
  values: RawValues,
  list: string,
  from: number,
  to: Record<string, readonly string[]>,
  row: string,
): void {
  const source = appendPath(list, from);
  for (const [name, raw] of Object.entries(values)) {
    if (name === source || name.startsWith(`${source}.`) || name.startsWith(`${source}[`)) {
      to[row + name.slice(source.length)] = raw;
    }
  }
}

/**
 * The rows of a list that a form shows: those that were submitted keep their numbers, and missing ones are added behind
 * them up to the minimum. A list that nothing is known of shows one, unless it was emptied or is in a row of its own kind.
 *
 * @param sent The numbers that were submitted, where they are known already.
 */
export function shownRows(
  values: RawValues,
  list: string,
  { min, isInOwnKind }: Pick<RowBounds, 'min' | 'isInOwnKind'>,
  sent: readonly number[] = rowIndices(values, list),
): number[] {
  const rows = [...sent];
  const canBeEmpty = isInOwnKind || Object.hasOwn(values, list);
  const atLeast = Math.max(isInOwnKind ? 0 : min, rows.length === 0 && canBeEmpty ? 0 : 1);
  while (rows.length < atLeast) rows.push((rows.at(-1) ?? -1) + 1);
  return rows;
}
