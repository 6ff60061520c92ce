/** A number that no row has: it is past every limit of a form. */
export const NEXT_ROW = 999_999_999;

/** Whether a field is in a row that is not there yet, which an island adds rows from. */
export function isBelowNextRow(name: string): boolean {
  return name.includes(`[${NEXT_ROW}]`);
}
