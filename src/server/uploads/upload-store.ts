import type { Spool } from './spool.js';

/**
 * Where kept files wait, under names that tell when they expire. A file is written once, and read whole.
 */
export interface UploadStore {
  /**
   * @param path Where the file is on the disk already.
   * @returns Whether it was moved away from there.
   */
  put(name: string, file: File, path: string | undefined): Promise<boolean>;
  /** Undefined when there is none, or not all of it. @param spool Where it may be put while a request needs it. */
  get(name: string, spool: Spool): Promise<Blob | undefined>;
  /** Nothing happens when there is none. */
  remove(name: string): Promise<void>;
  /** Names of all that is there, of others too. */
  names(): Promise<readonly string[]>;
}
