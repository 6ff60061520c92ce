/** Milliseconds after which a browser's timer takes less for more: 2³¹ − 1, some 25 days. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds of a time limit as the island takes them: `0` for none, and for what no timer can wait for, such as `Infinity`. */
export function toTimeout(milliseconds: number): number {
  return milliseconds >= 0 && milliseconds <= LONGEST ? milliseconds : 0;
}
