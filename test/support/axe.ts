import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';

/** One thing that axe finds, short enough to read in a failed assertion. */
export interface AxeFinding {
  id: string;
  help: string;
  targets: string[];
}

/**
 * Runs axe's rules, and that of targets which it leaves out, on the whole page as it stands; `[]` is what a test expects.
 *
 * @param hasScript Whether JavaScript runs in the page.
 */
export function runAxe(page: Page, hasScript: boolean): Promise<AxeFinding[]> {
  return hasScript ? axeHere(page) : withCopy(page, axeHere);
}

async function axeHere(page: Page): Promise<AxeFinding[]> {
  // Without its styles a page has other colours.
  await page.waitForLoadState();
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // why: axe puts itself on the window, which TypeScript does not know
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map((node) => node.target.join(' ')) }));
  });
}

/** axe waits for timers, which JavaScript that is off does not have: the same HTML is shown where only axe may run. */
async function withCopy<T>(page: Page, run: (copy: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser');
  const copy = await copyIn(browser);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const viewport = page.viewportSize();
  if (viewport) await copy.setViewportSize(viewport);
  await copy.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  const [url, body] = [page.url(), await page.content()];
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
  await copy.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body, headers }) : route.fallback(),
  );
  try {
    // An address with a fragment would not be loaded anew.
    await copy.goto('about:blank');
    await copy.goto(url);
    return await run(copy);
  } finally {
    await copy.unrouteAll();
  }
}

const copies = new WeakMap<Browser, Promise<Page>>();

/** A page for copies, one at a time. To open one takes longer than axe. */
function copyIn(browser: Browser): Promise<Page> {
  let copy = copies.get(browser);
  if (copy === undefined) {
    copy = browser.newContext({ javaScriptEnabled: true }).then((context) => context.newPage());
    copies.set(browser, copy);
  }
  return copy;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
