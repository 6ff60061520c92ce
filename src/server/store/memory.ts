import { StoreError } from './store-error.js';
import type { AtomicStore, StoreWriteOptions } from './types.js';

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

export interface MemoryStoreOptions {
  /** UTF-16 code units of all keys and values together. Default 32 Mi, which is 64 MiB of memory. */
  readonly capacity?: number;
}

/** What a map needs for an entry beside its texts, counted in code units. */
const OVERHEAD = 64;
/** The share of the capacity that results may use: the rest is kept for claims. */
const SHARE_OF_RESULTS = 3 / 4;
/** Milliseconds between two looks for expired entries. One more comes when the store is full, at most every second. */
const SWEEP_EVERY = 30_000;
const SWEEP_WHEN_FULL = 1000;

/**
 * A store in this process's memory: for development and for sites that run in one process. Lost at a restart.
 *
 * Nothing goes before its time: to forget a claim would let a duplicate run, to forget a result would lose it. When the
 * store is full, what is new is refused with a `StoreError` instead, and results are refused before claims are.
 */
export function createMemoryStore({ capacity = 32 * 1024 * 1024 }: MemoryStoreOptions = {}): AtomicStore {
  const entries = new Map<string, Entry>();
  let size = 0;
  let swept = Date.now();

  const remove = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    size -= sizeOf(key, entry.value);
    entries.delete(key);
  };
  const read = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expires > Date.now()) return entry.value;
    remove(key);
    return undefined;
  };
  const sweep = (interval: number): void => {
    const now = Date.now();
    if (now - swept < interval) return;
    swept = now;
    for (const [key, { expires }] of entries) if (expires <= now) remove(key);
  };
  const write = (key: string, value: string, { ttl }: StoreWriteOptions, limit: number): void => {
    sweep(SWEEP_EVERY);
    const replaced = entries.get(key);
    const added = sizeOf(key, value) - (replaced === undefined ? 0 : sizeOf(key, replaced.value));
    if (size + added > limit) sweep(SWEEP_WHEN_FULL);
    if (size + added > limit && added > 0) throw full(limit);
    remove(key);
    entries.set(key, { value, expires: Date.now() + ttl * 1000 });
    size += sizeOf(key, value);
  };

  const store: AtomicStore = {
    get: async (key) => read(key),
    set: async (key, value, options) => write(key, value, options, capacity * SHARE_OF_RESULTS),
    putIfAbsent: async (key, value, options) => {
      if (read(key) !== undefined) return false;
      write(key, value, options, capacity);
      return true;
    },
    compareAndSwap: async (key, expected, next, options) => {
      if (read(key) !== expected) return false;
      write(key, next, options, capacity);
      return true;
    },
    take: async (key) => {
      const value = read(key);
      remove(key);
      return value;
    },
  };
  made.add(store);
  return store;
}

const made = new WeakSet<object>();

/** Whether a store is one in the memory of this process: nobody has to wait for it. */
export function isInMemory(store: object): boolean {
  return made.has(store);
}

function sizeOf(key: string, value: string): number {
  return key.length + value.length + OVERHEAD;
}

function full(limit: number): StoreError {
  return new StoreError(
    `The memory store is full: ${limit} characters are held until they expire. Use sqliteStore() or redisStore() for more.`,
  );
}
