// Finds the browsers for the tests; on Debian as root it installs them. Run as a script, also what else the tests run.
import { existsSync, globSync } from 'node:fs';
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

/** Installs now what the tests would install when they come to it. */
export function ensureBrowsers() {
  for (const ensured of [ensureChromium, ensureFirefox, ensureWebKit, ensureXvfb, ensureXdotool]) ensured();
}

/**
 * Path of a Chromium: `CHROMIUM_PATH`, the system's, or Playwright's own, in this order; installed now if there is none.
 * @returns {string}
 * @throws {Error} where none can be found or installed; the message says what to do.
 */
export function ensureChromium() {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return ensure('chromium', 'CHROMIUM_PATH', () => [...system, chromium.executablePath()]);
}

/**
 * Path of a Firefox: `FIREFOX_PATH` or the system's; installed now if there is none.
 * @returns {string}
 * @throws {Error} as {@link ensureChromium}.
 */
export function ensureFirefox() {
  return ensure('firefox-esr', 'FIREFOX_PATH', () => ['/usr/bin/firefox-esr', '/usr/bin/firefox']);
}

/**
 * Path of WebKitGTK's MiniBrowser: `WEBKIT_PATH` or Debian's; installed now if there is none.
 * @returns {string}
 * @throws {Error} as {@link ensureChromium}.
 */
export function ensureWebKit() {
  return ensure('libwebkit2gtk-4.1-0', 'WEBKIT_PATH', () => globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser'));
}

/**
 * Path of xdotool, which types and clicks on an X display; installed now if there is none.
 * @returns {string}
 * @throws {Error} as {@link ensureChromium}.
 */
export function ensureXdotool() {
  return ensure('xdotool', 'XDOTOOL_PATH', () => ['/usr/bin/xdotool']);
}

/**
 * Path of an X server without a screen, for browsers that need one; installed now if there is none.
 * @returns {string}
 * @throws {Error} as {@link ensureChromium}.
 */
export function ensureXvfb() {
  return ensure('xvfb', 'XVFB_PATH', () => ['/usr/bin/Xvfb']);
}

/**
 * @param {string} debian name of the Debian package
 * @param {string} variable of the environment, with the path of one that shall be used
 * @param {() => readonly string[]} usual paths where it may be
 */
function ensure(debian, variable, usual) {
  const find = () => [process.env[variable], ...usual()].find((path) => path && existsSync(path));
  const found = find();
  if (found) return found;
  install([debian]);
  const installed = find();
  if (installed) return installed;
  throw new Error(`${debian} was installed, yet it is at none of the usual paths. Set ${variable} to its executable.`);
}

if (import.meta.main) {
  ensurePrograms(testPrograms);
  ensureBrowsers();
}
