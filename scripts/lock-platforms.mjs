// npm leaves packages of other platforms out of package-lock.json when it cannot load them where the lock is made
// (npm/cli#4828), and `npm ci` then refuses the lock. This adds an entry for each: run it after a change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** @typedef {{ version: string, optionalDependencies?: Record<string, string>, [key: string]: unknown }} Entry */

const path = join(root, 'package-lock.json');
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(path, 'utf8'));

const missing = Object.entries(lock.packages).flatMap(([parent, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d/.test(version) && nearest(parent, name)?.version !== version)
    .map(([name, version]) => ({ parent, name, version, entry })),
);
for (const { parent, name, version, entry } of missing) {
  lock.packages[placeFor(parent, name)] = { version, ...flagsOf(entry), optional: true, ...platformOf(name) };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms added`);

/**
 * What `parent` gets when it asks for a package: Node's own look-up, upwards.
 * @param {string} parent
 * @param {string} name
 */
function nearest(parent, name) {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found || at === '') return found;
  }
}

/**
 * The top, unless another version is there.
 * @param {string} parent
 * @param {string} name
 */
function placeFor(parent, name) {
  const top = `node_modules/${name}`;
  return lock.packages[top] ? `${parent}/${top}` : top;
}

/**
 * Why the package that asks is installed is why this one is.
 * @param {Entry} entry
 */
function flagsOf(entry) {
  return Object.fromEntries(['dev', 'devOptional', 'peer'].filter((flag) => entry[flag]).map((flag) => [flag, true]));
}

/**
 * Platform packages say in their names where they run.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[-/@.]/);
  const one = (/** @type {string[]} */ known) => known.filter((word) => words.includes(word)).slice(0, 1);
  const os = one([
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'aix',
    'win32',
  ]);
  const cpu = one(['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return Object.fromEntries(Object.entries({ os, cpu, libc }).filter(([, values]) => values.length > 0));
}
