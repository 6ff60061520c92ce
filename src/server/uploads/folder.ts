import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { developerError } from '../developer-error.js';
import { runtime } from '../runtime.js';

/**
 * The folder that files are written to, made where it is missing: what cleans up temporary files may have taken it away.
 * @throws AstroError where that cannot be, and where other users could read what is in it.
 */
export function uploadFolder(): Promise<string> {
  const { dir } = runtime().options.uploads;
  return dir === undefined
    ? make(join(tmpdir(), `astro-action-forms-${userNumber()}`), true)
    : make(resolve(dir), false);
}

/** Not by `os.userInfo()`, which fails for a user that has no name, as in many containers. -1 on Windows, which has none. */
function userNumber(): number {
  return process.getuid?.() ?? -1;
}

/** @param isShared Whether the folder around it is one that every user of the machine can write to. */
async function make(path: string, isShared: boolean): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(path, cause instanceof Error ? cause.message : String(cause));
  }
  if (!isShared) return path;
  const { mode, uid } = await lstat(path);
  const isOwn = (process.getuid === undefined || uid === process.getuid()) && (mode & 0o170077) === 0o040000;
  if (!isOwn && process.platform !== 'win32') throw unusable(path, 'it is no folder of this user alone.');
  return path;
}

function unusable(path: string, why: string): Error {
  return developerError(
    'Files of forms cannot be written',
    `their folder is ${JSON.stringify(path)}: ${why}`,
    'Set `uploads: { dir }` of actionForms() to a folder that the server can write to, on a disk with room for the files.',
    'Where there is no file system to write to, keep `limits.bytes` of actions at 1 MiB or less: such forms are read in memory.',
  );
}
