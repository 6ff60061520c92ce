import type { AtomicStore, StoreWriteOptions } from './types.js';

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

export interface MemoryStoreOptions {
  /** UTF-16 code units of all values together. Past it, the oldest entries go. Default 32 Mi. */
  readonly capacity?: number;
}

/** A store in this process's memory: for development and for sites that run in one process. Lost at a restart. */
export function createMemoryStore({ capacity = 32 * 1024 * 1024 }: MemoryStoreOptions = {}): AtomicStore {
  const entries = new Map<string, Entry>();
  let size = 0;

  const remove = (key: string): void => {
    size -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  };
  const read = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expires > Date.now()) return entry.value;
    remove(key);
    return undefined;
  };
  const write = (key: string, value: string, { ttl }: StoreWriteOptions): void => {
    remove(key);
    entries.set(key, { value, expires: Date.now() + ttl * 1000 });
    size += value.length;
    makeRoom(key);
  };
  const makeRoom = (newest: string): void => {
    if (size <= capacity) return;
    for (const key of entries.keys()) read(key);
    for (const key of entries.keys()) {
      if (size <= capacity || key === newest) return;
      remove(key);
    }
  };

  return {
    get: async (key) => read(key),
    set: async (key, value, options) => write(key, value, options),
    putIfAbsent: async (key, value, options) => {
      if (read(key) !== undefined) return false;
      write(key, value, options);
      return true;
    },
    compareAndSwap: async (key, expected, next, options) => {
      if (read(key) !== expected) return false;
      write(key, next, options);
      return true;
    },
    take: async (key) => {
      const value = read(key);
      remove(key);
      return value;
    },
  };
}
