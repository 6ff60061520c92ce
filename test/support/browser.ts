import { type Browser, chromium } from 'playwright';
import { ensureChromium, launchArgs } from '../../scripts/browser.mjs';

/** A real Chromium, for Vitest's tests; Playwright's own tests get theirs from playwright.config.ts. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: launchArgs });
}
