import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage } from 'unstorage';
import fsLite from 'unstorage/drivers/fs-lite';
import memory from 'unstorage/drivers/memory';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDiskStore } from '../../../src/server/uploads/disk-store.js';
import { createDriverUploads, PIECE } from '../../../src/server/uploads/driver-store.js';
import { createSpool } from '../../../src/server/uploads/spool.js';
import { isExpired, newReadingName, newStoredFile, parseStoredName } from '../../../src/server/uploads/stored-name.js';
import type { UploadStore } from '../../../src/server/uploads/upload-store.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

const spool = createSpool(async () => folder);
const nameOf = (size: number) => newStoredFile({ binding: 'someone', size, ttl: 60 }).name;
const fileOf = (size: number) => new File([Buffer.from(Array.from({ length: size }, (_, at) => at % 251))], 'a');

const stores: [string, () => UploadStore][] = [
  ['on the disk', () => createDiskStore(async () => folder)],
  ['on a driver of unstorage in memory', () => createDriverUploads(memory())],
  ['on a driver of unstorage with files', () => createDriverUploads(fsLite({ base: join(folder, 'driver') }))],
  ['on a storage of unstorage', () => createDriverUploads(createStorage())],
];

describe.each(stores)('kept files %s', (_, create) => {
  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 5])('of %i bytes come back as they were', async (size) => {
    const [store, name, file] = [create(), nameOf(size), fileOf(size)];
    expect(await store.get(name, spool)).toBeUndefined();
    await store.put(name, file, undefined);
    const kept = await store.get(name, spool);
    expect(kept?.size).toBe(size);
    const [sent, read] = await Promise.all([file, kept ?? new Blob()].map((blob) => blob.arrayBuffer()));
    expect(Buffer.compare(Buffer.from(sent!), Buffer.from(read!))).toBe(0);
    expect(await store.names()).toContain(name);
    await store.remove(name);
    expect(await store.get(name, spool)).toBeUndefined();
    expect(await store.names()).not.toContain(name);
    await expect(store.remove(name)).resolves.toBeUndefined();
  });
});

test('a file that could not be written whole, as on a full disk, leaves nothing there', async () => {
  const [store, name, file] = [createDiskStore(async () => folder), nameOf(2), fileOf(2)];
  vi.spyOn(file, 'stream').mockImplementation(
    () =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(1)),
        pull: () => Promise.reject(new Error('full')),
      }),
  );
  await expect(store.put(name, file, undefined)).rejects.toThrow(/./);
  expect(await store.names()).not.toContain(name);
});

test('a file of which a piece is gone is gone', async () => {
  const items = memory();
  const [store, name] = [createDriverUploads(items), nameOf(2 * PIECE)];
  await store.put(name, fileOf(2 * PIECE), undefined);
  await items.removeItem?.(`action-forms-uploads:${name}.1`, {});
  expect(await store.get(name, spool)).toBeUndefined();
});

test('the name of a kept file says when it expires, how large it is and whose, but not by which secret', () => {
  const stored = newStoredFile({ binding: 'secret', size: 12_345, ttl: 60 });
  expect(parseStoredName(stored.name)).toEqual({ ...stored, expires: Math.floor(stored.expires) });
  expect(stored.name).not.toContain('secret');
  expect(newStoredFile({ binding: 'secret', size: 1, ttl: 1 }).owner).toBe(stored.owner);
  expect(newStoredFile({ binding: 'another', size: 1, ttl: 1 }).owner).not.toBe(stored.owner);
});

test.each<[string, string, boolean]>([
  ['a kept file whose time is over', newStoredFile({ binding: 'a', size: 1, ttl: -1 }).name, true],
  ['a kept file', nameOf(1), false],
  ['a file that was being read a long time ago', newReadingName(-1), true],
  ['a file that is being read', newReadingName(60), false],
  ['a file of somebody else', 'photo.1.jpg', false],
  ['a file that begins as ours do', 'kept.', false],
])('%s: swept away is %s', (_, name, expected) => {
  expect(isExpired(name)).toBe(expected);
});
