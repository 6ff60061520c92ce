import { AssertionError } from 'node:assert';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/server/store/memory.js';
import type { AtomicStore, StoreWriteOptions } from '../../src/server/store/types.js';
import { resultStoreConformance, storeConformance, type StoreCheck } from '../../src/testing.js';

type Part = Partial<AtomicStore>;
type Break = (store: AtomicStore) => Part;
const later = () => new Promise<void>((resolve) => void setImmediate(resolve));
const month = { ttl: 30 * 86_400 };

const swapAfterReading: Break = (store) => ({
  compareAndSwap: async (key, expected, next, options) => {
    if ((await store.get(key)) !== expected) return false;
    await later();
    await store.set(key, next, options);
    return true;
  },
});

describe('the conformance suite', { timeout: 20_000 }, () => {
  test('asks a store that only carries results for no claim', () => {
    const names = resultStoreConformance(createMemoryStore).map(({ name }) => name);
    expect(names.filter((name) => /putIfAbsent|compareAndSwap|take|claim/.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
    expect(storeConformance(createMemoryStore).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  test('names each check once', () => {
    const names = storeConformance(createMemoryStore).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  /** Stores with one defect each, and the check that tells. */
  test.concurrent.each<[string, string, Break]>([
    [
      'reads before it claims',
      'one of 100 concurrent putIfAbsent wins',
      (store) => ({
        putIfAbsent: async (key, value, options) => {
          if ((await store.get(key)) !== undefined) return false;
          await later();
          await store.set(key, value, options);
          return true;
        },
      }),
    ],
    [
      'reads before it takes',
      'one of 100 concurrent take gets the value',
      (store) => ({
        take: async (key) => {
          const value = await store.get(key);
          await later();
          await store.take(key);
          return value;
        },
      }),
    ],
    ['reads before it swaps', 'one of 100 concurrent compareAndSwap wins', swapAfterReading],
    ['reads before it swaps, and loses a count', 'no increment by compareAndSwap is lost', swapAfterReading],
    ['never lets an entry expire', 'an entry is gone after its time', (store) => withTtl(store, () => month)],
    [
      'lets claims stay',
      'a claim is gone after its time',
      (store) => ({ putIfAbsent: (key, value) => store.putIfAbsent(key, value, month) }),
    ],
    [
      'forgets after a second, whatever was said',
      'an entry is there before its time is over',
      (store) => withTtl(store, () => ({ ttl: 1 })),
    ],
    [
      'counts milliseconds in 32 bits',
      'an entry is there before its time is over',
      (store) => withTtl(store, ({ ttl }) => ({ ttl: ((ttl * 1000) | 0) / 1000 })),
    ],
    [
      'counts whole seconds, and nought as forever',
      'an entry is gone after a fraction of a second',
      (store) => withTtl(store, ({ ttl }) => (Math.floor(ttl) === 0 ? month : { ttl: Math.floor(ttl) })),
    ],
    [
      'keeps the first time of an entry',
      'set gives an entry a new time',
      (store) => {
        const times = new Map<string, StoreWriteOptions>();
        const first = (key: string, options: StoreWriteOptions) => times.get(key) ?? (times.set(key, options), options);
        return { set: (key, value, options) => store.set(key, value, first(key, options)) };
      },
    ],
    [
      'prolongs a claim that it refuses',
      'a claim that was refused does not prolong the first',
      (store) => ({
        putIfAbsent: async (key, value, options) => {
          if (await store.putIfAbsent(key, value, options)) return true;
          await store.set(key, (await store.get(key)) ?? '', options);
          return false;
        },
      }),
    ],
    [
      'prolongs an entry that it does not swap',
      'a swap that was refused does not prolong the entry',
      (store) => ({
        compareAndSwap: async (key, expected, next, options) => {
          if (await store.compareAndSwap(key, expected, next, options)) return true;
          const value = await store.get(key);
          if (value !== undefined) await store.set(key, value, options);
          return false;
        },
      }),
    ],
    [
      'swaps without a new time',
      'compareAndSwap gives an entry a new time',
      (store) => ({
        compareAndSwap: (key, expected, next) => store.compareAndSwap(key, expected, next, { ttl: 1 }),
      }),
    ],
    [
      'swaps into nothing',
      'compareAndSwap writes nothing where there is nothing',
      (store) => ({
        compareAndSwap: async (key, expected, next, options) =>
          ((await store.get(key)) ?? '') === expected && (await store.set(key, next, options), true),
      }),
    ],
    [
      'takes an empty value for none',
      'putIfAbsent leaves alone what is there, also an empty value',
      (store) => ({
        putIfAbsent: async (key, value, options) =>
          !(await store.get(key)) && (await store.set(key, value, options), true),
      }),
    ],
    [
      'takes without deleting',
      'take gives the value and leaves nothing',
      (store) => ({ take: (key) => store.get(key) }),
    ],
    [
      'ignores a second set',
      'gives what was written last',
      (store) => ({ set: async (key, value, options) => void (await store.putIfAbsent(key, value, options)) }),
    ],
    ['trims values', 'keeps values with white space', (store) => withValue(store, (value) => value.trim())],
    ['drops empty values', 'keeps an empty value', (store) => withValue(store, (value) => value || undefined)],
    ['cuts long values', 'keeps a value of a megabyte', (store) => withValue(store, (value) => value.slice(0, 65_536))],
    ['normalises text', 'keeps values in any script', (store) => withValue(store, (value) => value.normalize('NFC'))],
    [
      'keeps bytes only',
      'keeps values in any script',
      (store) => withValue(store, (value) => Buffer.from(value, 'latin1').toString('latin1')),
    ],
    [
      'ends text at a NUL',
      'keeps values with quotes, escapes and control characters',
      (store) => withValue(store, (value) => value.split('\0')[0]),
    ],
    [
      'guesses types',
      'keeps values that look like something else',
      (store) => withValue(store, (value) => (/^[\d.e]+$/.test(value) ? String(Number(value)) : value)),
    ],
    ['ignores case in keys', 'tells keys that differ in case', (store) => withKey(store, (key) => key.toLowerCase())],
    [
      'takes separators for one',
      'tells keys with separators',
      (store) => withKey(store, (key) => key.replace(/[/\\]/g, ':')),
    ],
    ['cuts long keys', 'tells keys of a thousand characters', (store) => withKey(store, (key) => key.slice(0, 255))],
    [
      'treats keys as patterns',
      'tells keys with wildcards',
      (store) => withKey(store, (key) => key.replace(/[*?%_]/, '*')),
    ],
    [
      'takes all that begins with the key',
      'take leaves other keys alone',
      (store) => {
        const keys = new Set<string>();
        return {
          set: (key, value, options) => (keys.add(key), store.set(key, value, options)),
          take: async (key) => {
            const value = await store.take(key);
            for (const other of keys) if (other.startsWith(key)) await store.take(other);
            return value;
          },
        };
      },
    ],
  ])('finds that a store %s', async (_, name, breakIt) => {
    const broken = () => {
      const store = createMemoryStore();
      return { ...store, ...breakIt(store) };
    };
    await Promise.all([
      expect(named(name, storeConformance(createMemoryStore)).run()).resolves.toBeUndefined(),
      expect(named(name, storeConformance(broken)).run()).rejects.toThrow(AssertionError),
    ]);
  });
});

function named(start: string, checks: readonly StoreCheck[]): StoreCheck {
  const [check, ...others] = checks.filter(({ name }) => name.startsWith(start));
  if (check === undefined || others.length > 0)
    throw new Error(`${[check, ...others].length} checks begin with "${start}"`);
  return check;
}

function withTtl(store: AtomicStore, change: (options: StoreWriteOptions) => StoreWriteOptions): Part {
  return {
    set: (key, value, options) => store.set(key, value, change(options)),
    putIfAbsent: (key, value, options) => store.putIfAbsent(key, value, change(options)),
    compareAndSwap: (key, expected, next, options) => store.compareAndSwap(key, expected, next, change(options)),
  };
}

function withValue(store: AtomicStore, change: (value: string) => string | undefined): Part {
  const changed = (value: string | undefined) => (value === undefined ? undefined : change(value));
  return { get: async (key) => changed(await store.get(key)), take: async (key) => changed(await store.take(key)) };
}

function withKey(store: AtomicStore, change: (key: string) => string): Part {
  return {
    get: (key) => store.get(change(key)),
    set: (key, value, options) => store.set(change(key), value, options),
    putIfAbsent: (key, value, options) => store.putIfAbsent(change(key), value, options),
    compareAndSwap: (key, expected, next, options) => store.compareAndSwap(change(key), expected, next, options),
    take: (key) => store.take(change(key)),
  };
}
