// `npm run size`: what examples/minimal sends to a browser, and what every part of the island adds, measured on production builds.
// With --peers, a table of what peers send for such a form comes after it; they are installed from the network.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { apps, buildApp, serve } from './size-app.mjs';
import { ensureBuilt } from './built.mjs';
import { ensureChromium, launchArgs } from './browser.mjs';
import { root, show } from './run.mjs';

/** Bytes of gzip that a page with `enhance` may load until a submit has shown its outcome, devalue and live validation apart. */
const limit = 3072;
/** Bytes of gzip of live validation, which loads after a failure. */
const limitOfLive = 2048;
/** Bytes of gzip of what resets a form and refreshes parts of the page, which loads after a success that stays on it. */
const limitOfRefresh = 2048;
/** Bytes of gzip that a part of the island may add to a page that asks for it. */
const limitOfPart = {
  aids: 1024,
  dependent: 1536,
  'in-steps': 512,
  list: 2048,
  repeat: 1024,
  unsaved: 1280,
  upload: 1536,
  chosen: 1024,
  fill: 512,
};
/** Parts that are never there without another one, which is not theirs to count. */
const comesWith = new Map([
  ['chosen', 'upload'],
  ['fill', 'list'],
]);

/**
 * Pages of the showcase, and what their forms ask for.
 * @type {Readonly<Record<string, readonly (keyof typeof limitOfPart)[]>>}
 */
const partsOfPage = {
  '/order': ['list'],
  '/apprentice': ['list', 'upload', 'chosen'],
  '/controls': ['aids', 'upload'],
};

/** @typedef {import('./size-app.mjs').Part} Part */
/** @typedef {{ url: string, bytes: number, part: Part }} Loaded */
/** @typedef {{ ok: boolean, text: string }} Finding */

/** Measures, prints the table, and counts what holds and what does not. */
export async function size() {
  await ensureBuilt();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArgs });
  try {
    return report([
      ...(await measureMinimal(browser)),
      ...(await measureParts(browser)),
      ...(await measureGallery(browser)),
    ]);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @returns {Promise<Finding[]>}
 */
function measureMinimal(browser) {
  return withApp(apps.minimal, async (url, partOf) => {
    const enhanced = await measure(browser, url, '/', partOf, submitTwice);
    const plain = await measure(browser, url, '/plain', partOf, async () => {});
    const [core, live] = [sum(enhanced, 'core'), sum(enhanced, 'live')];
    print(enhanced);
    return [
      {
        ok: core > 0 && core <= limit,
        text: `with enhance: ${core} of at most ${limit} bytes gzip, devalue and live validation apart`,
      },
      { ok: live > 0 && live <= limitOfLive, text: `live validation: ${live} of at most ${limitOfLive} bytes` },
      { ok: plain.length === 0, text: `without enhance: ${plain.length} scripts, ${sum(plain)} bytes` },
    ];
  });
}

/**
 * What a page loads that asks for a part, beyond one that does not. The core must not grow for being shared.
 * @param {import('playwright').Browser} browser
 * @returns {Promise<Finding[]>}
 */
function measureParts(browser) {
  return withApp(apps.parts, async (url, partOf) => {
    const core = sum(await measure(browser, url, '/core', partOf, async () => {}));
    /** @type {Finding[]} */
    const findings = [
      { ok: core > 0 && core <= limit, text: `the core beside the parts: ${core} of at most ${limit} bytes` },
    ];
    const refresh = sum(await measure(browser, url, '/refresh', partOf, submitOnce), 'core') - core;
    findings.push({
      ok: refresh > 0 && refresh <= limitOfRefresh,
      text: `reset and refresh: ${refresh} of at most ${limitOfRefresh} bytes more`,
    });
    /** @type {Map<string | undefined, number>} */
    const loaded = new Map();
    for (const [part, most] of Object.entries(limitOfPart)) {
      loaded.set(part, sum(await measure(browser, url, `/${part}`, partOf, async () => {})));
      const bytes = (loaded.get(part) ?? 0) - (loaded.get(comesWith.get(part)) ?? core);
      findings.push({ ok: bytes > 0 && bytes <= most, text: `${part}: ${bytes} of at most ${most} bytes more` });
    }
    return findings;
  });
}

/**
 * What pages of a site load that has all parts, which its bundler puts into files as it likes: no more than the core and the
 * parts that they ask for may have together.
 * @param {import('playwright').Browser} browser
 * @returns {Promise<Finding[]>}
 */
function measureGallery(browser) {
  return withApp(apps.showcase, async (url, partOf) => {
    /** @type {Finding[]} */
    const findings = [];
    for (const [path, parts] of Object.entries(partsOfPage)) {
      const loaded = await measure(browser, url, path, partOf, async () => {});
      const most = parts.reduce((total, part) => total + limitOfPart[part], limit);
      const bytes = sum(loaded);
      print(loaded);
      findings.push({
        ok: bytes > 0 && bytes <= most,
        text: `${path} of the showcase, with ${parts.join(', ')}: ${bytes} of at most ${most} bytes`,
      });
    }
    return findings;
  });
}

/**
 * @template T
 * @param {string} app
 * @param {(url: string, partOf: (url: string) => Part) => Promise<T>} look
 */
async function withApp(app, look) {
  const outDir = join(root, '.size');
  const partOf = await buildApp(app, outDir);
  const server = await serve(app, outDir);
  try {
    return await look(server.url, partOf);
  } finally {
    await server.stop();
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * Every script that a page loads while `act` runs, inline ones included.
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {string} path
 * @param {(url: string) => Part} partOf
 * @param {(page: import('playwright').Page) => Promise<void>} act
 * @returns {Promise<Loaded[]>}
 */
async function measure(browser, origin, path, partOf, act) {
  const page = await browser.newPage();
  /** @type {Set<string>} */
  const urls = new Set();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') urls.add(request.url());
  });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const inline = await page.locator('script:not([src])').allTextContents();
  await act(page);
  await page.close();
  return [
    ...inline.map((text) => ({ url: 'inline', bytes: gzipped(text), part: /** @type {const} */ ('core') })),
    ...(await Promise.all(Array.from(urls, (url) => load(url, partOf)))),
  ];
}

/**
 * @param {string} url
 * @param {(url: string) => Part} partOf
 * @returns {Promise<Loaded>}
 */
async function load(url, partOf) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return { url, bytes: gzipped(Buffer.from(await response.arrayBuffer())), part: partOf(url) };
}

/**
 * A submit that the server refuses, which has live validation loaded, then one that the server takes.
 * @param {import('playwright').Page} page
 */
async function submitTwice(page) {
  await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
  await page.getByRole('textbox').fill('not an address');
  const live = page.waitForEvent('requestfinished', (request) => request.resourceType() === 'script');
  await page.getByRole('button').click();
  await page.locator('[aria-invalid=true]').waitFor();
  await live;
  await page.getByRole('textbox').fill('ada@example.org');
  await page.getByRole('button').click();
  await page.waitForURL('**/thanks*', { waitUntil: 'networkidle' });
}

/**
 * A submit that ends on its page.
 * @param {import('playwright').Page} page
 */
async function submitOnce(page) {
  await page.getByRole('textbox').fill('A note');
  const refreshed = page.waitForResponse((response) => response.request().headers()['accept'] === 'text/html');
  await page.getByRole('button').click();
  await refreshed;
}

/** @param {Loaded[]} scripts */
function print(scripts) {
  for (const { url, bytes, part } of scripts) {
    console.log(`${String(bytes).padStart(7)}  ${url === 'inline' ? url : new URL(url).pathname}  (${part})`);
  }
}

/** @param {Finding[]} findings */
function report(findings) {
  for (const { ok, text } of findings) console.log(`${ok ? '✓' : '✗'} ${text}`);
  const passed = findings.filter(({ ok }) => ok).length;
  return { passed, failed: findings.length - passed };
}

/** @param {string | Buffer} script */
function gzipped(script) {
  return gzipSync(script, { level: 9 }).length;
}

/**
 * @param {Loaded[]} scripts
 * @param {Part} [only]
 */
function sum(scripts, only) {
  return scripts
    .filter(({ part }) => only === undefined || part === only)
    .reduce((total, { bytes }) => total + bytes, 0);
}

if (import.meta.main) {
  const { failed } = await size();
  const code = process.argv.includes('--peers') ? await show('node', ['bench/size/run.mjs']) : 0;
  process.exit(failed === 0 ? code : 1);
}
