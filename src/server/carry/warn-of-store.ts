import { logError } from '../log.js';

const EVERY = 60_000;

let quietUntil = 0;

/** Says in the log that results travel in cookies alone: once a minute, since each one of them would say it. */
export function warnOfStore(exception: unknown): void {
  if (Date.now() < quietUntil) return;
  quietUntil = Date.now() + EVERY;
  logError('The store did not keep a carried result. Short ones go on in cookies:', exception);
}
