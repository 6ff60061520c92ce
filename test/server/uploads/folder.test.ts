import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { configure } from '../../../src/server/runtime.js';
import { uploadFolder } from '../../../src/server/uploads/folder.js';
import { options } from '../once/support.js';

let temporary: string;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'folder-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
});

const use = (dir?: string) => configure({ ...options, uploads: dir === undefined ? {} : { dir } }, async () => ({}));

test('the folder is made for this user alone, and made again when it is gone', async () => {
  use();
  const folder = await uploadFolder();
  expect(folder.startsWith(temporary)).toBe(true);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await rm(folder, { recursive: true });
  expect(await uploadFolder()).toBe(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('a user that has no name, as in many containers, has a folder too', async () => {
  const named = vi.spyOn(os, 'userInfo').mockImplementation(() => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  });
  syncBuiltinESMExports();
  try {
    use();
    expect((await stat(await uploadFolder())).isDirectory()).toBe(true);
  } finally {
    named.mockRestore();
    syncBuiltinESMExports();
  }
});

test('a folder of our name that others can read is refused among temporary files', async () => {
  use();
  await chmod(await uploadFolder(), 0o755);
  await expect(uploadFolder()).rejects.toThrow('no folder of this user alone');
});

test('a folder that cannot be made is told with what to do', async () => {
  await writeFile(join(temporary, 'file'), '');
  use(join(temporary, 'file', 'uploads'));
  await expect(uploadFolder()).rejects.toMatchObject({
    message: expect.stringContaining('ENOTDIR'),
    hint: expect.stringContaining('uploads: { dir }'),
  });
});
