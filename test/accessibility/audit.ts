import { buildSync } from 'esbuild';
import type { Page } from '@playwright/test';
import type { Finding } from './checks.js';

/** The narrowest window that a page has to fit into (WCAG 1.4.10), in CSS pixels. */
export const narrow = { width: 320, height: 640 } as const;

/**
 * What is wrong with a page as it stands: the checks behind A1 to A9 that need nobody to press anything. Those of the
 * layout are asked again at 320 px. `[]` is what a test expects. It works without JavaScript in the page too.
 */
export async function audit(page: Page): Promise<Finding[]> {
  // Without its styles a page has other sizes.
  await page.waitForLoadState();
  const findings = await runInPage(page, 'checks');
  const size = page.viewportSize();
  if (!size || size.width <= narrow.width) return findings;
  await page.setViewportSize(narrow);
  const narrowed = await auditLayout(page);
  await page.setViewportSize(size);
  return [...findings, ...narrowed.map((finding) => ({ ...finding, what: `${finding.what} (at 320 px)` }))];
}

/** The checks of the layout alone, at the width that the page has. */
export function auditLayout(page: Page): Promise<Finding[]> {
  return runInPage(page, 'layoutChecks');
}

/**
 * What is wrong with a page for people who have asked their system for forced colours, dark ones, or for less motion. The page is as
 * it was afterwards, in light colours.
 */
export async function auditPreferences(page: Page): Promise<Finding[]> {
  await page.waitForLoadState();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const forced = await runInPage(page, 'forcedColorChecks');
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', reducedMotion: 'reduce' });
  const calm = await runInPage(page, 'calmChecks');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return [...forced.map((finding) => ({ ...finding, what: `${finding.what} (in forced colours)` })), ...calm];
}

type Table = 'checks' | 'layoutChecks' | 'forcedColorChecks' | 'calmChecks';

async function runInPage(page: Page, table: Table): Promise<Finding[]> {
  // why: the script is text to Playwright; its last expression is what `run` returns
  return (await page.evaluate(`${script}; audit.run(audit.${table})`)) as Finding[];
}

const script = bundle();

/** The checks as one script that leaves `audit` in the page. */
function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [new URL('./checks.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'audit',
    target: 'es2024',
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('esbuild made nothing of test/accessibility/checks.ts');
  return text;
}
