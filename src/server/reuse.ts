import { runtime, type RuntimeOptions } from './runtime.js';

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Texts of one purpose that are used again instead of being made again. */
export interface Reuse {
  get(key: string): string | undefined;
  /** @param ttl Seconds. */
  set(key: string, value: string, ttl: number): void;
}

/** Texts that are kept, and the length of what is kept at most: two megabytes for each purpose. */
const MOST = 500;
const LONGEST = 2000;

/** Keeps what was made under the running configuration: another one has other secrets. */
export function createReuse(): Reuse {
  const kept = new WeakMap<RuntimeOptions, Map<string, Entry>>();
  const current = () => {
    const { options } = runtime();
    let entries = kept.get(options);
    if (entries === undefined) kept.set(options, (entries = new Map()));
    return entries;
  };
  return {
    get(key) {
      const entry = current().get(key);
      return entry !== undefined && entry.until > Date.now() ? entry.value : undefined;
    },
    set(key, value, ttl) {
      if (key.length > LONGEST || value.length > LONGEST) return;
      const entries = current();
      entries.delete(key);
      const [oldest] = entries.keys();
      if (entries.size >= MOST && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, until: Date.now() + ttl * 1000 });
    },
  };
}
