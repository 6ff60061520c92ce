import { logError } from '../log.js';
import { uploadStore } from './store.js';
import { isExpired } from './stored-name.js';

/** Deletes what has expired. @returns Names of what is left. @throws what the store throws. */
export async function sweepNow(): Promise<readonly string[]> {
  const store = uploadStore();
  const left: string[] = [];
  for (const name of await store.names()) {
    if (isExpired(name)) await store.remove(name);
    else left.push(name);
  }
  return left;
}

let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;

/** Deletes what has expired at a time, in milliseconds since the epoch, also when nobody sends anything any more. */
export function sweepAt(time: number): void {
  if (timer !== undefined && timer.at >= time) return;
  clearTimeout(timer?.handle);
  const wait = Math.min(time - Date.now() + 1000, LONGEST_WAIT);
  const handle = setTimeout(() => {
    timer = undefined;
    sweepNow().catch((exception: unknown) => logError('Kept files could not be deleted:', exception));
  }, wait);
  // It keeps no process from ending.
  handle.unref();
  timer = { at: time, handle };
}

/** What a timer can wait at most, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;
