import { describe, expect, test } from 'vitest';
import { canClaim, requireAtomicStore } from '../../../src/server/store/claims.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { toOwnStore } from '../../../src/server/store/own-store.js';
import type { ResultStore } from '../../../src/server/store/types.js';

const { get, set, putIfAbsent, compareAndSwap, take } = createMemoryStore();

describe('who can claim', () => {
  test('a store with all claims is given to who has to claim', () => {
    const store = createMemoryStore();
    expect(canClaim(store)).toBe(true);
    expect(requireAtomicStore(store)).toBe(store);
  });

  test.each<[string, ResultStore]>([
    ['get and set only', { get, set }],
    ['claims without compareAndSwap', { get, set, putIfAbsent, take } as ResultStore],
  ])('%s: refused, with the reason and the stores that can', (_, store) => {
    expect(canClaim(store)).toBe(false);
    expect(() => requireAtomicStore(store)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/cannot be used with `once`.*both would run/),
        hint: expect.stringMatching(/sqliteStore[\s\S]*redisStore/),
      }),
    );
  });
});

describe('a store of the app', () => {
  test.each<[string, object]>([
    ['with claims', { get, set, putIfAbsent, compareAndSwap, take }],
    ['that carries results only', { get, set }],
  ])('%s is taken', (_, store) => {
    expect(toOwnStore(store)).toBe(store);
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /`get\(\)`, `set\(\)`/],
    ['a function', () => undefined, /no `get\(\)`/],
    ['one without set', { get }, /`set\(\)`/],
    ['one with some of the claims', { get, set, putIfAbsent }, /no `compareAndSwap\(\)`, `take\(\)`\./],
  ])('%s is refused, with what it lacks', (_, store, message) => {
    expect(() => toOwnStore(store)).toThrow(message);
  });
});
