import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What a file that was written whole holds. */
const SECRET = /^[\w-]{43}$/;

/**
 * The secret of the dev server, kept in Astro's cache folder for its user alone, so that open forms survive a restart.
 * A build has none: whoever reads the build could read it.
 */
export function devSecret(cacheDir: URL): string {
  const file = new URL('action-forms-secret', cacheDir);
  return readSecret(file) ?? writeSecret(file, cacheDir);
}

function readSecret(file: URL): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8');
    return SECRET.test(secret) ? secret : undefined;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Two dev servers may start at the same time: the first to write wins. */
function writeSecret(file: URL, cacheDir: URL): string {
  const secret = randomBytes(32).toString('base64url');
  mkdirSync(cacheDir, { recursive: true });
  try {
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
    const written = readSecret(file);
    if (written !== undefined) return written;
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code;
}
