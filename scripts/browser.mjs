// Finds a Chromium for the tests; on Debian as root it installs one. Run as a script, also what else the tests run.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { ensurePrograms, install, testPrograms } from './debian.mjs';

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

if (import.meta.main) {
  ensurePrograms(testPrograms);
  console.log(ensureChromium());
}
