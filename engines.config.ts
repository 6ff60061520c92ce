import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import chromium from './playwright.config.js';
import type { Engine } from './test/engines/exceptions.js';
import type { EngineOptions, ModeOptions } from './test/e2e/support.js';

const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: join(import.meta.dirname, 'test/engines/firefox.mjs'),
    // Playwright waits for a page that comes out of the cache of Back as if it were loaded.
    firefoxUserPrefs: { 'browser.sessionhistory.max_total_viewers': 0 },
  },
} as const;

/** How each engine has no JavaScript is told in docs/engines.md. */
const withoutScripts = { 'content-security-policy': "script-src 'none'" };
const withoutMarkup = '--enable-javascript-markup=false';

/** No engine of these is asked, and cases that the engines are asked on the fixtures, or in lists.spec.ts. */
const elsewhere = ['**/text-browsers.spec.ts', '**/cases-!(deployed).spec.ts'];

/** What is asked with a script, and what without one. That the script takes nothing away from the latter, Chromium shows. */
const [enhanced, native] = [/ E\d+|scripts of a page run|@engines/, / N\d+|scripts of a page run|@engines/];

/** The E and N cases of `playwright.config.ts`, and what is tagged `@engines`, on the engines that Chromium is not. */
export default defineConfig<ModeOptions, EngineOptions>({
  ...chromium,
  outputDir: 'test-results/engines',
  reporter: [['dot'], ['json', { outputFile: 'test-results/engines.json' }]],
  // Without JavaScript these are the same as the pages with `enhance`.
  grepInvert: /page without enhance/,
  use: {},
  timeout: 60_000,
  projects: [
    {
      name: 'firefox-on',
      use: { ...firefox, mode: 'on' },
      grep: enhanced,
      metadata: { engine: 'Firefox' satisfies Engine },
      testIgnore: elsewhere,
    },
    {
      name: 'firefox-off',
      use: { ...firefox, mode: 'off' },
      grep: native,
      metadata: { engine: 'Firefox' satisfies Engine, headers: withoutScripts },
      testIgnore: elsewhere,
    },
    {
      name: 'webkit-on',
      use: { webkit: [], mode: 'on', trace: 'off' },
      grep: enhanced,
      metadata: { engine: 'WebKit' satisfies Engine },
      testIgnore: elsewhere,
    },
    {
      name: 'webkit-off',
      use: { webkit: [withoutMarkup], mode: 'off', trace: 'off' },
      grep: native,
      metadata: { engine: 'WebKit' satisfies Engine },
      testIgnore: elsewhere,
    },
  ],
});
