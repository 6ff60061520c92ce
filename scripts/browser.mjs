// Finds a Chromium for the tests; on Debian as root it installs one. Also the text browsers that the tests use.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Switches that keep Chromium from talking to anybody but the page under test, and let it run as root. */
export const launchArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, the system's, or Playwright's own, in this order; `undefined` when there is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, ...systemPaths, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

/**
 * Path of a Chromium, installed now if there is none.
 * @returns {string}
 * @throws {Error} where none can be found or installed; the message says what to do.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  install(['chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error('Chromium was installed, yet it is at none of the usual paths. Set CHROMIUM_PATH to its executable.');
}

/**
 * Makes sure that commands of the same name as their Debian package, such as `w3m`, can be run.
 * @param {readonly string[]} names
 */
export function ensureCommands(names) {
  const missing = names.filter((name) => spawnSync(name, ['-version'], { stdio: 'ignore' }).error);
  if (missing.length > 0) install(missing);
}

/** @param {readonly string[]} packages */
function install(packages) {
  const byHand = `Install it by hand (${packages.join(', ')}), or point CHROMIUM_PATH at a Chromium.`;
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
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

if (import.meta.main) {
  ensureCommands(['w3m', 'lynx']);
  console.log(ensureChromium());
}
