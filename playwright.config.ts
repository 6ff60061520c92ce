import { defineConfig, devices } from '@playwright/test';
import { ensureChromium, launchArgs } from './scripts/browser.mjs';
import type { ModeOptions } from './test/e2e/support.js';

/**
 * What only a page with JavaScript does, what compares all modes by itself, what is to be found in one mode as in another, and
 * what no browser of Playwright's is asked for.
 */
const [island, parity] = ['**/island-*.spec.ts', '**/parity.spec.ts'];
const [seeded, textBrowsers] = ['**/seeded-*.spec.ts', '**/*text-browsers.spec.ts'];

export default defineConfig<ModeOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  workers: 2,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['dot'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { executablePath: ensureChromium(), args: launchArgs },
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'js-on', use: { mode: 'on' }, testIgnore: textBrowsers },
    { name: 'js-off', use: { mode: 'off', javaScriptEnabled: false }, testIgnore: [island, parity, seeded] },
    { name: 'js-blocked', use: { mode: 'blocked' }, testIgnore: [island, parity, seeded, textBrowsers] },
  ],
});
