// Makes the tarball that `npm publish` would send.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment, root } from './run.mjs';

/**
 * Packs the repository as it is built; `prepack` is left out because it would build anew under the feet of whoever
 * is using `dist`.
 * @param {string} destination an existing folder
 * @returns {Promise<{ tarball: string, files: string[] }>} path of the tarball, and the paths in it
 */
export async function pack(destination) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: root, env: environment });
  // npm prints a list of packages, in later versions an object by name; the entries are the same.
  /** @type {Record<string, { filename: string, files: { path: string }[] }>} */
  const report = JSON.parse(stdout);
  const [entry] = Object.values(report);
  if (!entry) throw new Error(`npm pack reported nothing: ${stdout}`);
  return { tarball: join(destination, entry.filename), files: entry.files.map(({ path }) => path) };
}
