import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root as repositoryRoot } from '../../scripts/run.mjs';

/** Built apps live here by content hash. It is inside the repository because a server finds its packages upwards. */
export const cacheRoot = join(repositoryRoot, '.apps');

const keepFor = 24 * 60 * 60 * 1000;
const notSource = new Set(['node_modules', 'dist', '.astro', '.data']);

/** Vitest global set-up: drops builds that nobody has asked for in a day. */
export function setup(): void {
  if (!existsSync(cacheRoot)) return;
  for (const name of readdirSync(cacheRoot)) {
    const path = join(cacheRoot, name);
    if (Date.now() - statSync(path).mtimeMs > keepFor) rmSync(path, { recursive: true, force: true });
  }
}

/** Hash over the app's own files, the built package, its components and the versions that are installed. */
export function appHash(root: string): string {
  const hash = createHash('sha256');
  const sources = [
    ...filesBelow(root),
    ...filesBelow(join(repositoryRoot, 'dist'), new Set()),
    ...filesBelow(join(repositoryRoot, 'components')),
    join(repositoryRoot, 'package-lock.json'),
  ];
  for (const file of sources) hash.update(relative(repositoryRoot, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Runs `make` once per directory, however many processes ask at the same time; the others wait for it. */
export async function madeOnce(directory: string, make: () => Promise<void>): Promise<void> {
  const done = join(directory, 'done');
  const lock = `${directory}.lock`;
  mkdirSync(cacheRoot, { recursive: true });
  for (;;) {
    if (existsSync(done)) return;
    if (tryLock(lock)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    if (existsSync(done)) return;
    await make();
    mkdirSync(done, { recursive: true });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock(lock: string): boolean {
  const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
  if (age > 5 * 60 * 1000) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    // why: Node's file errors carry a code that the type of `catch` does not
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function filesBelow(directory: string, skipped: ReadonlySet<string> = notSource): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !/\.sqlite(?:-\w+)?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path, skipped) : [path];
    })
    .toSorted();
}
