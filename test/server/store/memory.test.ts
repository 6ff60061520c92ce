import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { StoreError } from '../../../src/server/store/store-error.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the memory store', () => {
  test('gives back what was set, until its time is over', async () => {
    const store = createMemoryStore();
    await store.set('a', 'one', { ttl: 10 });
    expect(await store.get('a')).toBe('one');
    vi.advanceTimersByTime(10_000);
    expect(await store.get('a')).toBeUndefined();
  });

  test('one of many concurrent claims wins', async () => {
    const store = createMemoryStore();
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store.putIfAbsent('k', String(index), { ttl: 1 })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('an expired claim is free again', async () => {
    const store = createMemoryStore();
    expect(await store.putIfAbsent('k', 'a', { ttl: 1 })).toBe(true);
    expect(await store.putIfAbsent('k', 'b', { ttl: 1 })).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(await store.putIfAbsent('k', 'c', { ttl: 1 })).toBe(true);
  });

  test('swaps only what is as expected', async () => {
    const store = createMemoryStore();
    await store.set('k', 'a', { ttl: 1 });
    expect(await store.compareAndSwap('k', 'x', 'b', { ttl: 1 })).toBe(false);
    expect(await store.compareAndSwap('k', 'a', 'b', { ttl: 1 })).toBe(true);
    expect(await store.compareAndSwap('missing', 'a', 'b', { ttl: 1 })).toBe(false);
    expect(await store.get('k')).toBe('b');
  });

  test('is taken once', async () => {
    const store = createMemoryStore();
    await store.set('k', 'a', { ttl: 1 });
    expect(await Promise.all([store.take('k'), store.take('k')])).toEqual(['a', undefined]);
  });

  describe('that is full', () => {
    const ttl = 100;
    const capacity = 4000;
    const fill = async (write: (index: number) => Promise<unknown>) => {
      for (let index = 0; ; index += 1) {
        const written = await write(index).catch((error: unknown) => error);
        if (written instanceof Error) return { index, error: written };
      }
    };

    test('refuses a claim, and forgets none: a forgotten one would let a duplicate run', async () => {
      const store = createMemoryStore({ capacity });
      const claim = (index: number) => store.putIfAbsent(`claim ${index}`, 'x'.repeat(100), { ttl });
      const { index, error } = await fill(claim);
      expect(error).toBeInstanceOf(StoreError);
      expect(error.message).toMatch(/full: 4000 characters.*sqliteStore/);
      expect(index).toBeGreaterThan(10);
      for (let claimed = 0; claimed < index; claimed += 1) expect(await claim(claimed)).toBe(false);
    });

    test('refuses a result, forgets none, and still has room for claims', async () => {
      const store = createMemoryStore({ capacity });
      const { index, error } = await fill((result) => store.set(`result ${result}`, 'x'.repeat(500), { ttl }));
      expect(error).toBeInstanceOf(StoreError);
      for (let result = 0; result < index; result += 1) expect(await store.get(`result ${result}`)).toHaveLength(500);
      expect(await store.putIfAbsent('claim', 'running', { ttl })).toBe(true);
      expect(await store.compareAndSwap('claim', 'running', 'done', { ttl })).toBe(true);
    });

    test('has room again when entries expire, are taken or get shorter', async () => {
      const store = createMemoryStore({ capacity });
      await store.putIfAbsent('long', 'x'.repeat(2000), { ttl: 10 });
      await store.putIfAbsent('other', 'x'.repeat(1500), { ttl });
      const claim = () => store.putIfAbsent('late', 'x'.repeat(500), { ttl });
      await expect(claim()).rejects.toThrow(StoreError);
      expect(await store.compareAndSwap('other', 'x'.repeat(1500), 'x'.repeat(1000), { ttl })).toBe(true);
      expect(await claim()).toBe(true);
      await expect(store.putIfAbsent('more', 'x'.repeat(1000), { ttl })).rejects.toThrow(StoreError);
      vi.advanceTimersByTime(10_000);
      expect(await store.putIfAbsent('more', 'x'.repeat(1000), { ttl })).toBe(true);
      await expect(store.putIfAbsent('last', 'x'.repeat(2000), { ttl })).rejects.toThrow(StoreError);
      await store.take('other');
      expect(await store.putIfAbsent('last', 'x'.repeat(2000), { ttl })).toBe(true);
    });

    test('never holds more than its capacity, however often a key is written', async () => {
      const store = createMemoryStore({ capacity });
      for (let round = 0; round < 50; round += 1) await store.set('k', 'x'.repeat(2000), { ttl });
      await expect(store.set('k', 'x'.repeat(capacity), { ttl })).rejects.toThrow(StoreError);
      expect(await store.get('k')).toHaveLength(2000);
    });
  });
});
