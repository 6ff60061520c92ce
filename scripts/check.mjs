// `npm run check`: everything that can be said about the code without running it.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { pack } from './pack.mjs';
import { keep, root } from './run.mjs';

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/**
 * @param {string} tarball
 * @returns {Step[]}
 */
function steps(tarball) {
  return [
    { name: 'types', command: 'tsc', args: ['--noEmit'] },
    {
      name: 'types of components',
      command: 'astro-check',
      args: ['--root', 'components', ...strictly, ...ofComponents],
    },
    ...astroApps().map((app) => ({
      name: `types of ${app}`,
      command: 'astro',
      args: ['check', '--root', app, ...strictly],
    })),
    { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
    { name: 'format', command: 'prettier', args: ['--check', '.'] },
    { name: 'knip', command: 'knip', args: ['--no-progress'] },
    { name: 'publint', command: 'publint', args: ['--strict', tarball] },
    { name: 'attw', command: 'attw', args: [tarball, '--profile', 'esm-only', '--no-definitely-typed', ...rawEntries] },
  ];
}

const strictly = ['--minimumFailingSeverity', 'warning'];
const ofComponents = ['--tsconfig', 'test/components/tsconfig.json'];

/** Entries that are not JavaScript: raw `.astro`, which only Astro's own tools read, and a stylesheet. */
const rawEntries = ['--exclude-entrypoints', 'components', 'styles.css'];

/** Runs the steps, two at a time, prints the output of those that fail, and counts. */
export async function check() {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const { tarball } = await pack(folder);
  const count = { passed: 0, failed: 0 };
  const waiting = steps(tarball);
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) count[await holds(step)] += 1;
  };
  await Promise.all([work(), work()]);
  rmSync(folder, { recursive: true });
  return count;
}

/**
 * @param {Step} step
 * @returns {Promise<'passed' | 'failed'>}
 */
async function holds({ name, command, args }) {
  const { code, output } = await keep(command, args);
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
  return code === 0 ? 'passed' : 'failed';
}

/** Examples, and the app in which our own components are checked. */
function astroApps() {
  const folders = ['examples', 'examples/seed', 'test/fixtures', 'bench/http/apps', 'bench/interaction'].map((folder) =>
    join(root, folder),
  );
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((app) => existsSync(join(app, 'tsconfig.json')))
    .map((app) => relative(root, app));
}

if (import.meta.main) {
  const { failed } = await check();
  process.exit(failed === 0 ? 0 : 1);
}
