import { runtime } from '../runtime.js';

/** What is done with files that are sent with forms. */
export interface UploadOptions {
  /**
   * A folder for files of more than 1 MiB while they are read, and for files that are kept for the next submission. It is
   * made when it is missing, for this user alone. Relative to the working directory of the server. Default: a folder of
   * this user in the system's folder for temporary files.
   */
  readonly dir?: string;
  /** Seconds that a file is kept for the next submission of a form that failed. Default 3,600. */
  readonly ttl?: number;
  /**
   * Bytes that are kept for one browser at most; 0 keeps none. Files beyond are asked for again. A file counts for 64 KiB at
   * least. Default 100 MiB.
   */
  readonly perBrowser?: number;
  /** Bytes that are kept at most for all browsers together. Default 1 GiB. */
  readonly total?: number;
}

const defaults = { ttl: 3600, perBrowser: 100 * 1024 * 1024, total: 1024 * 1024 * 1024 };

/** The options in force. */
export function uploadSettings(): UploadOptions & Readonly<typeof defaults> {
  return { ...defaults, ...runtime().options.uploads };
}
