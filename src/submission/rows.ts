import { isIndex } from '../shared/path.js';
import type { ReadContext } from './context.js';
import type { Entry } from './entries.js';
import { SubmissionLimitError } from './limits.js';

/** A row as it was submitted. */
export interface Row {
  readonly index: number;
  readonly entry: Entry;
}

/**
 * The rows of a list, ascending. What is not a number as forms write it is no row.
 *
 * @throws {SubmissionLimitError} at a number that is past the limit.
 */
export function rowsOf(list: Entry | undefined, { limits }: ReadContext): readonly Row[] {
  const rows: Row[] = [];
  let last = -1;
  let isAscending = true;
  for (let entry = list?.firstChild; entry; entry = entry.next) {
    const index = toIndex(entry.segment);
    if (index === undefined) continue;
    if (index > limits.index) throw new SubmissionLimitError('index', limits.index);
    if (index < last) isAscending = false;
    last = index;
    rows.push({ index, entry });
  }
  return isAscending ? rows : rows.toSorted((a, b) => a.index - b.index);
}

/** Remembers how the last items of a list were numbered, where that is not how they are numbered in the input. */
export function noteRows(items: readonly unknown[], rows: readonly Row[], context: ReadContext): void {
  const offset = items.length - rows.length;
  if (rows.every(({ index }, position) => index === position + offset)) return;
  const before = Array.from({ length: offset }, (_, position) => position);
  context.rows ??= new Map();
  context.rows.set(items, [...before, ...rows.map(({ index }) => index)]);
}

/** A number of more digits than an index has is one past any limit. */
function toIndex(segment: string): number | undefined {
  if (isIndex(segment)) return Number(segment);
  return /^[1-9]\d*$/.test(segment) ? Infinity : undefined;
}
