import { createHash } from 'node:crypto';
import { StoreError } from './store-error.js';
import type { ResultStore } from './types.js';
import { withinTime } from './within-time.js';

type Maybe<T> = T | Promise<T>;

/** What we use of a driver or a storage of unstorage. */
export interface UnstorageItems {
  getItem(key: string): Maybe<unknown>;
  setItem(key: string, value: string, options?: { ttl: number }): Maybe<unknown>;
  removeItem(key: string): Maybe<unknown>;
}

export interface DriverStoreOptions {
  /** Milliseconds that an operation may take. Default 2,000. */
  readonly timeout?: number;
}

/** Entries that a write removes at most, when their time is over. */
const REMOVED_PER_WRITE = 2;

/**
 * A store of results on a driver or a storage of unstorage. Their interface can only read and write, so that two who
 * claim a key at the same time could both find it free: it is no `AtomicStore`. Rejects with a `StoreError`.
 *
 * Not every driver lets entries expire. So the time stands in the entry, and what this process wrote it also removes.
 */
export function createDriverStore(items: UnstorageItems, { timeout = 2000 }: DriverStoreOptions = {}): ResultStore {
  /** When what this process wrote expires, the oldest first. */
  const written = new Map<string, number>();

  const read = async (name: string): Promise<Entry | undefined> => parse(await items.getItem(name));
  const removeExpired = async (): Promise<void> => {
    let left = REMOVED_PER_WRITE;
    for (const [name, expires] of written) {
      if (left-- === 0 || expires > Date.now()) return;
      written.delete(name);
      const entry = await read(name);
      if (entry !== undefined && entry.expires <= Date.now()) await items.removeItem(name);
    }
  };

  return {
    get: (key) =>
      within(timeout, async () => {
        const entry = await read(toName(key));
        return entry !== undefined && entry.expires > Date.now() ? entry.value : undefined;
      }),
    set: (key, value, { ttl }) =>
      within(timeout, async () => {
        const name = toName(key);
        const expires = Date.now() + ttl * 1000;
        await removeExpired();
        // Drivers that know `ttl` count in whole seconds.
        await items.setItem(name, format({ value, expires }), { ttl: Math.max(1, Math.ceil(ttl)) });
        written.delete(name);
        written.set(name, expires);
      }),
  };
}

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Drivers rewrite separators, and some fold case or end names at 255 bytes: a hash is left as it is. */
function toName(key: string): string {
  return `action-forms:${createHash('sha256').update(key).digest('hex')}`;
}

/** Not JSON, which a storage would parse on the way back. */
function format({ value, expires }: Entry): string {
  return `until ${expires}: ${value}`;
}

function parse(item: unknown): Entry | undefined {
  const [head, expires] = (typeof item === 'string' && /^until ([\d.]+): /.exec(item)) || [];
  if (typeof item !== 'string' || head === undefined) return undefined;
  return { value: item.slice(head.length), expires: Number(expires) };
}

async function within<T>(timeout: number, run: () => Promise<T>): Promise<T> {
  try {
    return await withinTime(timeout, `The driver did not answer within ${timeout} ms.`, run);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`The driver failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
