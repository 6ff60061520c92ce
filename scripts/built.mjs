// Whether dist/ is there and as new as what it is made of.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, show } from './run.mjs';

/** Builds the package unless that has been done since the sources last changed. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  const code = await show('npm', ['run', '--silent', 'build']);
  if (code !== 0) throw new Error(`The package does not build: npm run build ended with code ${code}`);
}

function isBuilt() {
  const entry = join(root, 'dist', 'index.js');
  return (
    existsSync(entry) &&
    statSync(entry).mtimeMs > Math.max(newest(join(root, 'src')), newest(join(root, 'components', 'styles')))
  );
}

/** @param {string} directory */
function newest(directory) {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return Math.max(0, ...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
