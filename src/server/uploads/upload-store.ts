/**
 * Where kept files wait, under names that tell when they expire. A file is written once, and read whole.
 */
export interface UploadStore {
  /** @param path Where the file is on the disk already: it may be moved from there. */
  put(name: string, file: File, path: string | undefined): Promise<void>;
  /** Undefined when there is none. */
  get(name: string): Promise<Blob | undefined>;
  /** Nothing happens when there is none. */
  remove(name: string): Promise<void>;
  /** Names of all that is there, of others too. */
  names(): Promise<readonly string[]>;
}
