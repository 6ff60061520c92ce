import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The version of the Astro that a project uses. */
export function astroVersion(root: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(astroManifest(root), 'utf8'));
  return (manifest as { version: string }).version; // why: every package.json that npm installs has one
}

/** Path of the package.json of the Astro that a project uses. */
export function astroManifest(root: URL): string {
  return createRequire(new URL('package.json', root)).resolve('astro/package.json');
}
