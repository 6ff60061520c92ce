/**
 * The items in a random order.
 * @template T
 * @param {readonly T[]} items
 */
export function shuffle(items) {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
