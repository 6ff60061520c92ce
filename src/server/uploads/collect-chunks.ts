import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes between two collections. More of them leave more memory lying about: with 2 MiB some servers pass 30 MB. */
const EVERY = 512 * 1024;

let passed = 0;
let collect: (() => void) | undefined;

/**
 * Has the chunks of large files collected that nobody holds any more. By itself V8 collects young objects when they take some megabytes
 * themselves, and what a chunk holds hardly counts: of an upload of 200 MB, some 70 MB lie about (decision 0014).
 *
 * @param bytes How many have been read since the last call, of whichever request.
 */
export function collectChunks(bytes: number): void {
  passed += bytes;
  if (passed < EVERY) return;
  passed = 0;
  collect ??= openCollector();
  collect();
}

/** What Node gives to programs that are started with `--expose-gc`. Where there is none, chunks wait as they always did. */
function openCollector(): () => void {
  try {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    // Contexts that are made later get no such function, and code caches of this process stay valid.
    setFlagsFromString('--no-expose-gc');
    if (typeof gc === 'function') return () => gc({ type: 'minor' });
  } catch {
    // Not Node, or one that may not change its flags.
  }
  return () => {};
}
