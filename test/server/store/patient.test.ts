import { describe, expect, test } from 'vitest';
import { configure, runtime } from '../../../src/server/runtime.js';
import { canClaim } from '../../../src/server/store/claims.js';
import { createMemoryStore } from '../../../src/server/store/memory.js';
import { patientStore } from '../../../src/server/store/patient.js';
import type { AtomicStore } from '../../../src/server/store/types.js';

const never = () => new Promise<never>(() => {});
const broken = () => {
  throw new Error('no connection');
};
const all = (method: () => never | Promise<never>): AtomicStore => ({
  get: method,
  set: method,
  putIfAbsent: method,
  compareAndSwap: method,
  take: method,
});

const calls: [string, (store: AtomicStore) => Promise<unknown>][] = [
  ['get', (store) => store.get('k')],
  ['set', (store) => store.set('k', 'v', { ttl: 1 })],
  ['putIfAbsent', (store) => store.putIfAbsent('k', 'v', { ttl: 1 })],
  ['compareAndSwap', (store) => store.compareAndSwap('k', 'v', 'w', { ttl: 1 })],
  ['take', (store) => store.take('k')],
];

describe('a store that is waited for within bounds', () => {
  test.each(calls)('%s of one that hangs rejects and says which call it was', async (method, call) => {
    await expect(call(patientStore(all(never), 10))).rejects.toThrow(
      new RegExp(`${method}\\(\\) took more than 10 ms`),
    );
  });

  test.each(calls)('%s of one that throws rejects with what was thrown', async (_, call) => {
    await expect(call(patientStore(all(broken)))).rejects.toThrow('no connection');
  });

  test('that cannot claim still cannot', () => {
    const { get, set } = all(never);
    expect([canClaim(patientStore({ get, set })), canClaim(patientStore(all(never)))]).toEqual([false, true]);
  });

  test('is otherwise the store that it was', async () => {
    const store = patientStore(createMemoryStore());
    expect(await store.putIfAbsent('a', '1', { ttl: 60 })).toBe(true);
    expect(await store.putIfAbsent('a', '2', { ttl: 60 })).toBe(false);
    expect(await store.compareAndSwap('a', '1', '3', { ttl: 60 })).toBe(true);
    await store.set('b', '4', { ttl: 60 });
    expect([await store.get('b'), await store.take('a'), await store.get('a')]).toEqual(['4', '3', undefined]);
  });
});

test('a store in the memory of the process is asked itself, as there is nothing to wait for', () => {
  const [before, memory, other] = [runtime().options, createMemoryStore(), all(never)];
  configure(before, async () => ({}), memory);
  expect(runtime().store).toBe(memory);
  configure(before, async () => ({}), other);
  expect(runtime().store).not.toBe(other);
});
