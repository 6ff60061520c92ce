// Peers are no dependencies of the package: they are installed beside it, when something is measured beside them.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from '../scripts/run.mjs';

/** Installs what `bench/package-lock.json` says, unless that has been done. */
export async function installPeers() {
  const installed = join(import.meta.dirname, 'node_modules', '.package-lock.json');
  const lock = join(import.meta.dirname, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the peers …');
  const { code, output } = await keep('npm', ['ci', '--prefix', 'bench', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`The peers cannot be installed: npm ci ended with code ${code}\n${output}`);
}
