import { runtime, type RuntimeOptions } from './runtime.js';

interface Entry<T> {
  readonly value: T;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Things of one purpose that are used again instead of being made again. */
export interface Reuse<T = string> {
  get(key: string): T | undefined;
  /** The same, once. */
  take(key: string): T | undefined;
  /** @param ttl Seconds. */
  set(key: string, value: T, ttl: number): void;
}

/** Things that are kept, and the length of a key or a text at most: two megabytes for each purpose. */
const MOST = 500;
const LONGEST = 2000;

/** Keeps what was made under the running configuration: another one has other secrets. */
export function createReuse<T = string>(): Reuse<T> {
  const kept = new WeakMap<RuntimeOptions, Map<string, Entry<T>>>();
  const current = () => {
    const { options } = runtime();
    let entries = kept.get(options);
    if (entries === undefined) kept.set(options, (entries = new Map()));
    return entries;
  };
  const get = (key: string) => {
    const entry = current().get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.value : undefined;
  };
  return {
    get,
    take(key) {
      const value = get(key);
      current().delete(key);
      return value;
    },
    set(key, value, ttl) {
      if (key.length > LONGEST || (typeof value === 'string' && value.length > LONGEST)) return;
      const entries = current();
      entries.delete(key);
      if (entries.size >= MOST) forgetOldest(entries);
      entries.set(apart(key), { value, until: Date.now() + ttl * 1000 });
    },
  };
}

/** A text by itself. V8 cuts what a form sends out of its body, and keeps all of that for as long as any part of it. */
function apart(text: string): string {
  return Buffer.from(text).toString();
}

function forgetOldest(entries: Map<string, unknown>): void {
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
