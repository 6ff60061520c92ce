// `npm run check`: everything that can be said about the code without running it.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { keep, root } from './run.mjs';

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/** @returns {Step[]} */
function steps() {
  return [
    { name: 'types', command: 'tsc', args: ['--noEmit'] },
    ...astroApps().map((app) => ({
      name: `astro check ${app}`,
      command: 'astro',
      args: ['check', '--root', app, '--minimumFailingSeverity', 'warning'],
    })),
    { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
    { name: 'format', command: 'prettier', args: ['--check', '.'] },
    { name: 'publint', command: 'publint', args: ['--strict'] },
    {
      name: 'attw',
      command: 'attw',
      args: ['--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', 'components', 'styles.css'],
    },
    { name: 'knip', command: 'knip', args: [] },
  ];
}

/** Runs every step, prints the output of those that fail, and counts. */
export async function check() {
  await ensureBuilt();
  const count = { passed: 0, failed: 0 };
  for (const { name, command, args } of steps()) {
    const { code, output } = await keep(command, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code === 0) count.passed += 1;
    else {
      count.failed += 1;
      console.log(output);
    }
  }
  return count;
}

/** Examples, and the app in which our own components are checked. */
function astroApps() {
  const folders = ['examples', 'examples/seed', 'test/fixtures'].map((folder) => join(root, folder));
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
