import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The version of the Astro that a project uses. */
export function astroVersion(root: URL): string {
  const require = createRequire(new URL('package.json', root));
  const manifest: unknown = JSON.parse(readFileSync(require.resolve('astro/package.json'), 'utf8'));
  return (manifest as { version: string }).version; // why: every package.json that npm installs has one
}
