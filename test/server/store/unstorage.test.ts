import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, prefixStorage, type Driver } from 'unstorage';
import fsLite from 'unstorage/drivers/fs-lite';
import memory from 'unstorage/drivers/memory';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { canClaim, requireAtomicStore } from '../../../src/server/store/claims.js';
import { toOwnStore } from '../../../src/server/store/own-store.js';
import { StoreError } from '../../../src/server/store/store-error.js';
import { createDriverStore, type UnstorageItems } from '../../../src/server/store/unstorage.js';
import { resultStoreConformance } from '../../../src/testing.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'unstorage-'))));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.useRealTimers());
const inFiles = () => fsLite({ base: join(folder, 'shared') });

describe('a store of results on unstorage', { timeout: 20_000 }, () => {
  describe.each<[string, () => UnstorageItems, boolean]>([
    ['a driver in memory', () => memory() as UnstorageItems, false],
    ['a driver in files', () => inFiles() as UnstorageItems, true],
    ['a storage in files', () => createStorage({ driver: inFiles() }), true],
    ['a storage with a prefix', () => prefixStorage(createStorage(), 'site'), false],
  ])('%s', (_, createItems, shared) => {
    const create = () => createDriverStore(createItems());
    for (const { name, run } of resultStoreConformance(create, { shared })) test.concurrent(name, run);
  });

  test('cannot claim, and is refused where claims are needed', () => {
    const store = createDriverStore(createStorage());
    expect(canClaim(store)).toBe(false);
    expect(() => requireAtomicStore(store)).toThrow(/`once`/);
  });

  test('is what an exported storage becomes', async () => {
    const storage = createStorage();
    const store = toOwnStore(storage);
    await store.set('k', 'value', { ttl: 60 });
    expect(await store.get('k')).toBe('value');
    expect(await storage.getKeys()).toEqual([expect.stringMatching(/^action-forms:[\da-f]{64}$/)]);
  });

  test('removes what it wrote once its time is over, and leaves what was written again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const base = join(folder, 'removed');
    const store = createDriverStore(fsLite({ base }) as UnstorageItems);
    for (let index = 0; index < 10; index += 1) await store.set(`old ${index}`, 'value', { ttl: 10 });
    await createDriverStore(fsLite({ base }) as UnstorageItems).set('old 0', 'again', { ttl: 1000 });
    vi.advanceTimersByTime(10_000);
    for (let index = 0; index < 5; index += 1) await store.set(`new ${index}`, 'value', { ttl: 1000 });
    expect(readdirSync(join(base, 'action-forms'))).toHaveLength(5 + 1);
    expect(await store.get('old 0')).toBe('again');
  });

  test('tells drivers that can expire entries when to', async () => {
    const setItem = vi.fn<NonNullable<Driver['setItem']>>();
    const store = createDriverStore({ ...memory(), setItem } as UnstorageItems);
    await store.set('a', 'value', { ttl: 300 });
    await store.set('b', 'value', { ttl: 0.5 });
    expect(setItem.mock.calls.map(([, , options]) => options)).toEqual([{ ttl: 300 }, { ttl: 1 }]);
  });

  test.each<[string, () => unknown]>([
    ['something else', () => ({ some: 'object' })],
    ['a text of something else', () => 'value'],
    ['nothing', () => null],
  ])('finds no result in %s', async (_, getItem) => {
    expect(await createDriverStore({ ...memory(), getItem } as UnstorageItems).get('k')).toBeUndefined();
  });

  test.each<[string, () => Promise<never>, RegExp]>([
    ['rejects', () => Promise.reject(new Error('EACCES')), /The driver failed: EACCES/],
    ['does not answer', () => new Promise(() => {}), /did not answer within 50 ms/],
  ])('rejects when the driver %s', async (_, fail, message) => {
    const store = createDriverStore({ getItem: fail, setItem: fail, removeItem: fail }, { timeout: 50 });
    await expect(store.get('k')).rejects.toThrow(StoreError);
    await expect(store.get('k')).rejects.toThrow(message);
    await expect(store.set('k', 'value', { ttl: 1 })).rejects.toThrow(message);
  });
});
