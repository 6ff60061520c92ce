import type { APIContext } from 'astro';
import { ensureBinding } from '../carry/binding.js';
import { logError } from '../log.js';
import { sealToken, type TokenPlace } from './kept-token.js';
import { uploadSettings } from './options.js';
import { newStoredFile, parseStoredName, type StoredFile } from './stored-name.js';
import { uploadStore } from './store.js';
import { sweepAt, sweepNow } from './sweep.js';

/** A file that waits for the next submission. */
export interface Waiting {
  readonly token: string;
  readonly id: string;
  /** Whether it is no longer where it was on the disk. */
  readonly isMoved: boolean;
}

/** What the files of one form have found. */
export interface Room {
  /** Bytes that there may be room for: for more nobody has to look again. */
  left: number;
}

export interface KeepOptions {
  readonly place: TokenPlace;
  /** Where the file is on the disk already. */
  readonly path: string | undefined;
  readonly room: Room;
}

/** Names of files that are being put. */
const underway = new Set<string>();

/**
 * Keeps a file for the next submission of its form. `undefined` where there is no room for it, or nowhere to put it: a
 * failed form is shown all the same, and the file is asked for again.
 */
export async function keepFile(
  context: Pick<APIContext, 'cookies' | 'url'>,
  file: File,
  { place, path, room }: KeepOptions,
): Promise<Waiting | undefined> {
  const { ttl, perBrowser, total } = uploadSettings();
  const size = roomOf(file);
  if (size > Math.min(perBrowser, total, room.left)) return undefined;
  const binding = ensureBinding(context, ttl);
  const stored = newStoredFile({ binding, size: file.size, ttl });
  // Those who come at the same time take their room in turn: each counts what is underway before it.
  const before = [...underway];
  underway.add(stored.name);
  try {
    const waiting = [...new Set([...before, ...(await sweepNow())])].flatMap((name) => parseStoredName(name) ?? []);
    const own = waiting.filter(({ owner }) => owner === stored.owner);
    room.left = Math.min(perBrowser - roomOf(...own), total - roomOf(...waiting));
    if (size > room.left) return undefined;
    const isMoved = await uploadStore().put(stored.name, file, path);
    sweepAt(stored.expires);
    const token = sealToken(context, { stored: stored.name, name: file.name, type: file.type }, { place, ttl });
    return { token, id: stored.id, isMoved };
  } catch (exception) {
    logError('A file could not be kept:', exception);
    // A store that is down makes people wait once.
    room.left = 0;
    return undefined;
  } finally {
    underway.delete(stored.name);
  }
}

/** Bytes that a file counts for at least: of tiny ones there could be more than can be listed. */
const LEAST = 64 * 1024;

function roomOf(...files: readonly Pick<StoredFile, 'size'>[]): number {
  return files.reduce((sum, { size }) => sum + Math.max(size, LEAST), 0);
}
