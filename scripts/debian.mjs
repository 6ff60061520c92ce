// Programs that the tests run and npm does not bring: on Debian as root they are installed when missing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The programs, named as their Debian packages. */
export const testPrograms = ['w3m', 'lynx', 'openssl', 'redis-server'];

/**
 * Makes sure that programs of the same name as their Debian package, such as `w3m`, can be run.
 * @param {readonly string[]} names
 */
export function ensurePrograms(names) {
  const missing = names.filter((name) => !isOnPath(name));
  if (missing.length > 0) install(missing);
}

/**
 * Installs Debian packages.
 * @param {readonly string[]} packages
 * @throws {Error} where that cannot be done; the message says what to do.
 */
export function install(packages) {
  const byHand = `Install it by hand (${packages.join(', ')}), or point CHROMIUM_PATH, FIREFOX_PATH, WEBKIT_PATH, XVFB_PATH or XDOTOOL_PATH at it.`;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`The tests need ${packages.join(', ')}. ${byHand}`);
  if (process.getuid?.() !== 0) {
    throw new Error(`The tests need ${packages.join(', ')}, and only root can install packages here. ${byHand}`);
  }
  console.log(`Installing ${packages.join(', ')} …`);
  /** @type {import('node:child_process').ExecFileSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  // two test runners install one after the other: apt would refuse the second
  const inTurn = (/** @type {string[]} */ ...args) =>
    execFileSync('flock', [join(tmpdir(), 'astro-action-forms-install'), 'apt-get', ...args], options);
  inTurn('update', '-qq');
  inTurn('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}
