/** What was made for a key, kept to be used again. */
export interface Keep<T> {
  get(key: string): T | undefined;
  /** @returns The value. */
  set(key: string, value: T): T;
}

/** Keys at most: what they are made of may have been sent by a client. Past that it starts over. */
const MOST = 1000;

export function createKeep<T>(): Keep<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      if (kept.size >= MOST) kept.clear();
      kept.set(key, value);
      return value;
    },
  };
}
