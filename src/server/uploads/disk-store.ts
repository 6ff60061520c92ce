import { openAsBlob } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadStore } from './upload-store.js';

/**
 * Kept files in a folder, as files of this user alone. What a spool has there is moved.
 * @param folder Gives it, and makes it if need be.
 */
export function createDiskStore(folder: () => Promise<string>): UploadStore {
  const pathOf = async (name: string) => join(await folder(), name);
  return {
    async put(name, file, path) {
      const target = await pathOf(name);
      if (path !== undefined) {
        await rename(path, target);
        return true;
      }
      // why: Node takes a web stream, whose async iterator DOM's types lack
      const content = file.stream() as unknown as AsyncIterable<Uint8Array>;
      try {
        await writeFile(target, content, { flag: 'wx', mode: 0o600 });
      } catch (error) {
        // On a disk that is full, the part that was written would stay.
        await rm(target, { force: true });
        throw error;
      }
      return false;
    },
    async get(name) {
      try {
        return await openAsBlob(await pathOf(name));
      } catch (error) {
        // Node says so of a file that cannot be opened, most of all of one that is not there.
        if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_INVALID_ARG_VALUE') return undefined;
        throw error;
      }
    },
    async remove(name) {
      await rm(await pathOf(name), { force: true });
    },
    async names() {
      return readdir(await folder());
    },
  };
}
