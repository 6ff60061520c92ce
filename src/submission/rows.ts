import type { ReadContext } from './context.js';
import type { Entry } from './entries.js';
import { SubmissionLimitError } from './limits.js';

/** A row as it was submitted. */
export interface Row {
  readonly index: number;
  readonly entry: Entry;
}

/** Whether all rows of a list are numbered as they are in the input: from 0, in the order sent, as forms mostly send them. */
export function isInOrder(list: Entry, { limits }: ReadContext): boolean {
  return list.isNumbered && list.childCount <= limits.index + 1;
}

/**
 * The rows of a list, ascending. What is not a number as forms write it is no row.
 *
 * @throws {SubmissionLimitError} at a number that is past the limit.
 */
export function rowsOf(list: Entry | undefined, { limits }: ReadContext): readonly Row[] {
  if (!list?.firstChild) return noRows;
  const rows: Row[] = [];
  let last = -1;
  let isAscending = true;
  for (let entry: Entry | undefined = list.firstChild; entry; entry = entry.next) {
    const index = toIndex(entry.segment);
    if (index === undefined) continue;
    if (index > limits.index) throw new SubmissionLimitError('index', limits.index);
    if (index < last) isAscending = false;
    last = index;
    rows.push({ index, entry });
  }
  return isAscending ? rows : rows.toSorted((a, b) => a.index - b.index);
}

const noRows: readonly Row[] = [];

/** Remembers how the last items of a list were numbered, where that is not how they are numbered in the input. */
export function noteRows(items: readonly unknown[], rows: readonly Row[], context: ReadContext): void {
  const offset = items.length - rows.length;
  if (rows.every(({ index }, position) => index === position + offset)) return;
  const before = Array.from({ length: offset }, (_, position) => position);
  context.rows ??= new Map();
  context.rows.set(items, [...before, ...rows.map(({ index }) => index)]);
}

const ZERO = 0x30;
/** As many digits as an index has. */
const MAX_DIGITS = 9;

/** The number of a row, without a sign or a leading zero. One of more digits than an index has is past any limit. */
function toIndex(segment: string): number | undefined {
  if (segment.length === 0 || (segment.length > 1 && segment.charCodeAt(0) === ZERO)) return undefined;
  let index = 0;
  for (let at = 0; at < segment.length; at += 1) {
    const digit = segment.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    index = index * 10 + digit;
  }
  return segment.length > MAX_DIGITS ? Infinity : index;
}
