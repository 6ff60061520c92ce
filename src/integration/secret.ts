import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A secret for a build that was given none. It lives and dies with the build, so that all its processes share it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The secret of the dev server: kept in Astro's cache folder, so that open forms survive a restart. */
export function devSecret(cacheDir: URL): string {
  const file = new URL('action-forms-secret', cacheDir);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // why: node:fs throws nothing else
    const secret = newSecret();
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
