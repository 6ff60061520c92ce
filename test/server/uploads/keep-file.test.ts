import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configure } from '../../../src/server/runtime.js';
import { keepFile } from '../../../src/server/uploads/keep-file.js';
import { openToken } from '../../../src/server/uploads/kept-token.js';
import { newReadingName, newStoredFile } from '../../../src/server/uploads/stored-name.js';
import type { UploadOptions } from '../../../src/server/uploads/options.js';
import type { UploadStore } from '../../../src/server/uploads/upload-store.js';
import { testContext } from '../../../src/testing/test-context.js';
import { options } from '../once/support.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keep-file-'));
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

const use = (uploads: UploadOptions = {}, store?: UploadStore) =>
  configure({ ...options, uploads: { dir, ...uploads } }, async () => ({}), undefined, undefined, store);
const field = { name: 'cv', path: ['cv'], isMultiple: false };
const place = { action: 'apply', field };
const keep = (context = testContext({}), size = 100_000, room = { left: Infinity }) =>
  keepFile(context, new File(['x'.repeat(size)], 'cv.pdf', { type: 'a/b' }), { place, path: undefined, room });

// The first one here: later ones find a timer that an earlier one has started.
test('expired files are deleted, also when nobody sends anything any more; those of others are left alone', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  use({ ttl: 60 });
  await writeFile(join(dir, newReadingName(30)), 'left by a process that was killed');
  await writeFile(join(dir, 'notes.txt'), 'of somebody else');
  await writeFile(join(dir, newStoredFile({ binding: 'a', size: 1, ttl: 3600 }).name), 'x');
  await keep();
  expect(await readdir(dir)).toHaveLength(4);
  vi.advanceTimersByTime(62_000);
  vi.useRealTimers();
  vi.useFakeTimers({ now: Date.now() + 62_000, toFake: ['Date'] });
  await vi.waitFor(async () => expect(await readdir(dir)).toHaveLength(2));
});

describe('room', () => {
  test('one browser has so much, and others have theirs', async () => {
    use({ perBrowser: 250_000 });
    const [one, other] = [testContext({}), testContext({})];
    expect([await keep(one), await keep(one), await keep(one)].map(Boolean)).toEqual([true, true, false]);
    expect([await keep(other, 250_000), await keep(other, 1)].map(Boolean)).toEqual([true, false]);
    expect(await readdir(dir)).toHaveLength(3);
  });

  test('all browsers together have so much', async () => {
    use({ total: 250_000 });
    const kept = [await keep(), await keep(), await keep(), await keep()];
    expect(kept.map(Boolean)).toEqual([true, true, false, false]);
  });

  test('files that come at the same time have no more than others', async () => {
    use({ perBrowser: 250_000, total: 400_000 });
    const [one, other] = [testContext({}), testContext({})];
    await keep(one, 1);
    const kept = await Promise.all([one, one, one, other, other, other].map((context) => keep(context)));
    expect(kept.map(Boolean)).toEqual([true, false, false, false, false, false]);
    const later = await Promise.all([one, other, other].map((context) => keep(context)));
    expect(later.map(Boolean)).toEqual([false, true, false]);
    expect(await readdir(dir)).toHaveLength(3);
  });

  test('a form that has found too little is not counted again for as much, or more', async () => {
    const stored: string[] = [];
    const names = vi.fn<UploadStore['names']>(async () => stored);
    const put: UploadStore['put'] = async (name) => stored.push(name) === 0;
    use({ perBrowser: 250_000 }, { put, get: async () => undefined, remove: async () => undefined, names });
    const [context, room] = [testContext({}), { left: Infinity }];
    const sizes = [200_000, 100_000, 60_000, 100_000, 50_000, 50_000];
    const kept: boolean[] = [];
    for (const size of sizes) kept.push((await keep(context, size, room)) !== undefined);
    expect(kept).toEqual([true, false, false, false, false, false]);
    expect(names).toHaveBeenCalledTimes(2);
  });

  test('a tiny file counts for 64 KiB: there is no room for any number of them', async () => {
    use({ perBrowser: 3 * 64 * 1024 });
    const context = testContext({});
    const kept = [await keep(context, 0), await keep(context, 1), await keep(context, 2), await keep(context, 3)];
    expect(kept.map(Boolean)).toEqual([true, true, true, false]);
  });

  test('without any, nothing is kept', async () => {
    use({ perBrowser: 0 });
    expect(await keep()).toBeUndefined();
    expect(await readdir(dir)).toEqual([]);
  });

  test('what has expired takes none', async () => {
    use({ perBrowser: 100_000, ttl: 60 });
    const context = testContext({});
    expect(await keep(context)).toBeDefined();
    expect(await keep(context)).toBeUndefined();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    expect(await keep(context)).toBeDefined();
    expect(await readdir(dir)).toHaveLength(1);
  });
});

test('a token ends with its file', async () => {
  use({ ttl: 60 });
  const context = testContext({});
  const token = (await keep(context))?.token ?? '';
  expect(openToken(context, token, place)).toMatchObject({ name: 'cv.pdf', type: 'a/b' });
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
  expect(openToken(context, token, place)).toBeUndefined();
});

test('a store that fails keeps nothing, and says so in the log', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const down = () => Promise.reject(new Error('down'));
  use({}, { put: down, get: down, remove: down, names: async () => [] });
  const room = { left: Infinity };
  expect(await keep(undefined, 1, room)).toBeUndefined();
  expect(log.mock.calls.flat().join()).toContain('A file could not be kept');
  expect(await keep(undefined, 1, room)).toBeUndefined();
  expect(log).toHaveBeenCalledTimes(1);
});
