import type { APIContext } from 'astro';
import { ensureBinding } from '../carry/binding.js';
import { logError } from '../log.js';
import { sealToken, type TokenPlace } from './kept-token.js';
import { uploadSettings } from './options.js';
import { newStoredFile, ownerOf, parseStoredName, type StoredFile } from './stored-name.js';
import { uploadStore } from './store.js';
import { sweepAt, sweepNow } from './sweep.js';

/** A file that waits for the next submission. */
export interface Waiting {
  readonly token: string;
  readonly id: string;
  /** Whether it is no longer where it was on the disk. */
  readonly isMoved: boolean;
}

/**
 * Keeps a file for the next submission of its form. `undefined` where there is no room for it, or nowhere to put it: a
 * failed form is shown all the same, and the file is asked for again.
 *
 * @param path Where the file is on the disk already.
 */
export async function keepFile(
  context: Pick<APIContext, 'cookies' | 'url'>,
  file: File,
  { place, path }: { place: TokenPlace; path: string | undefined },
): Promise<Waiting | undefined> {
  const { ttl, perBrowser, total } = uploadSettings();
  const size = roomOf(file);
  if (size > perBrowser || size > total) return undefined;
  try {
    const binding = ensureBinding(context, ttl);
    const waiting = (await sweepNow()).flatMap((name) => parseStoredName(name) ?? []);
    const own = waiting.filter(({ owner }) => owner === ownerOf(binding));
    if (roomOf(...own) + size > perBrowser || roomOf(...waiting) + size > total) return undefined;
    const stored = newStoredFile({ binding, size: file.size, ttl });
    const isMoved = await uploadStore().put(stored.name, file, path);
    sweepAt(stored.expires);
    const token = sealToken(context, { stored: stored.name, name: file.name, type: file.type }, { place, ttl });
    return { token, id: stored.id, isMoved };
  } catch (exception) {
    logError('A file could not be kept:', exception);
    return undefined;
  }
}

/** Bytes that a file counts for at least: of tiny ones there could be more than can be listed. */
const LEAST = 64 * 1024;

function roomOf(...files: readonly Pick<StoredFile, 'size'>[]): number {
  return files.reduce((sum, { size }) => sum + Math.max(size, LEAST), 0);
}
