import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../../src/server/store/memory.js';

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

  test('drops what is oldest when it is full, never what was just written', async () => {
    const store = createMemoryStore({ capacity: 10 });
    await store.set('old', '12345', { ttl: 100 });
    await store.set('new', '123456', { ttl: 100 });
    expect(await store.get('old')).toBeUndefined();
    expect(await store.get('new')).toBe('123456');
    await store.set('huge', 'x'.repeat(20), { ttl: 100 });
    expect(await store.get('huge')).toHaveLength(20);
  });
});
