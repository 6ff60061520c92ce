import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  errors,
  type Page,
  webkit,
} from '@playwright/test';
import { ensureWebKit, ensureXvfb } from '../../scripts/browser.mjs';
import { freePort } from '../../scripts/server.mjs';
import { inspectorTransport } from './inspector-transport.js';
import { giveRealInput } from './real-input.js';

/** Nothing is kept on disk; what comes back by Back is loaded again, since the inspector does not follow it out of a cache. */
const alwaysOn = ['--private', '--enable-page-cache=false'];

/** A browser, as far as the fixtures of the tests use it. */
export type Engine = Pick<Browser, 'newContext' | 'close'>;

/**
 * Debian's WebKit. Every context is a MiniBrowser of its
 * own with one page, which Playwright drives through the engine's inspector; all of them share a display. What the page opens can
 * be waited for and looked at, without clicks and keys.
 * @param switches of MiniBrowser, such as `--enable-javascript-markup=false`
 */
export async function launchWebKit(switches: readonly string[]): Promise<Engine> {
  const miniBrowser = ensureWebKit();
  const display = await openDisplay();
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const all = options.ignoreHTTPSErrors ? [...switches, '--ignore-tls-errors'] : switches;
    const start = () => startBrowser(miniBrowser, all, display.name);
    const { page, close } = await start().catch(start).catch(start);
    return Object.assign(page.context(), { newPage: async () => withBaseUrl(page, options.baseURL), close });
  };
  return { newContext, close: display.close };
}

/** What a browser shows first, and what a page that is opened shows until something comes. */
const FIRST = 'about:blank';

/** Milliseconds after which a browser has no page or no window to come any more. */
const START = 15_000;

/** A browser that crashes as it starts, or is stuck, is stopped, and another one may be started. */
async function startBrowser(
  miniBrowser: string,
  switches: readonly string[],
  display: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(miniBrowser, [...alwaysOn, ...switches, FIRST], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      // The thread that paints with a graphics card crashes now and then where there is none.
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
      WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}`,
    },
  });
  endOnCrash(child, child.stderr);
  const timer = setTimeout(() => child.kill('SIGKILL'), START);
  const pages = listedPages(child, port);
  try {
    const page = await pages.next(({ url }) => url === FIRST, START);
    await giveRealInput(page, { display, pid: Number(child.pid) });
    waitForOpened(page, pages.next);
    const close = async () => {
      await pages.close();
      await stop(child);
    };
    return { page, close };
  } catch (error) {
    await stop(child);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** MiniBrowser outlives the process of its page. Playwright is not told of that, and would wait until the test is over. */
function endOnCrash(child: ChildProcess, errorOutput: Readable): void {
  let said = '';
  errorOutput.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
    if (!said.includes('WebProcess CRASHED') || !child.kill('SIGKILL')) return;
    console.error(`WebKit crashed: ${said}`);
  });
}

/** A page in the list of a browser's inspector. */
interface Listed {
  path: string;
  url: string;
}
type NextPage = (isMeant: (listed: Listed) => boolean, timeout: number) => Promise<Page>;

/** The pages of a browser as its inspector lists them; Playwright knows each as the only one of a browser. */
function listedPages(child: ChildProcess, port: number): { next: NextPage; close: () => Promise<void> } {
  const known = new Set<string>();
  const browsers: Browser[] = [];
  return {
    async next(isMeant, timeout) {
      const { path } = await findPage(child, port, (listed) => !known.has(listed.path) && isMeant(listed), timeout);
      known.add(path);
      const transport = inspectorTransport(`ws://127.0.0.1:${port}${path}`);
      const browser = await webkit.connectOverCDP(transport, { timeout: START });
      browsers.push(browser);
      const page = browser.contexts()[0]?.pages()[0];
      if (!page) throw new Error('MiniBrowser has no page');
      return page;
    },
    close: async () => void (await Promise.all(browsers.map((browser) => browser.close()))),
  };
}

/**
 * Playwright is not told of a page that another one opens, but the inspector lists it. One that has not loaded anything yet would
 * be lost as it does: it changes its process.
 */
function waitForOpened(page: Page, next: NextPage): void {
  for (const [waiter, opened] of [
    [page, 'popup'],
    [page.context(), 'page'],
  ] as const) {
    // why: it is told by the event alone which of its kinds is called
    const wait = Reflect.get(waiter, 'waitForEvent') as (...given: unknown[]) => Promise<unknown>;
    Reflect.set(waiter, 'waitForEvent', (event: string, options?: { timeout?: number }) =>
      event === opened
        ? next(({ url }) => url !== FIRST, options?.timeout ?? START)
        : Reflect.apply(wait, waiter, [event, options]),
    );
  }
}

/** Milliseconds after which a navigation is not heard of any more. */
const NAVIGATION = 20_000;

/**
 * Playwright resolves addresses against the base of contexts that it has made itself only. Once in some thousand times it does
 * not hear from the inspector that a page has loaded, and would wait until the test is over: it is asked for again.
 */
function withBaseUrl(page: Page, base: string | undefined): Page {
  const goto = page.goto.bind(page);
  return Object.assign(page, {
    goto: async (url: string, options: Parameters<Page['goto']>[1] = {}) => {
      const { href } = new URL(url, base);
      try {
        return await goto(href, { timeout: NAVIGATION, ...options });
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        return goto(href, options);
      }
    },
  });
}

async function openDisplay(): Promise<{ name: string; close: () => Promise<void> }> {
  const server = spawn(
    ensureXvfb(),
    ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  // Also where the worker ends without its fixtures; browsers end with their display.
  process.once('exit', () => server.kill('SIGKILL'));
  const [number] = await once(server.stdout, 'data');
  return { name: `:${String(number).trim()}`, close: () => stop(server) };
}

/** A page that is meant, once the inspector of a browser lists one. */
async function findPage(
  child: ChildProcess,
  port: number,
  isMeant: (listed: Listed) => boolean,
  timeout: number,
): Promise<Listed> {
  for (const start = Date.now(); Date.now() - start < timeout;) {
    const found = (await listOf(port)).find(isMeant);
    if (found) return found;
    if (hasEnded(child)) throw new Error(`MiniBrowser ended with ${child.signalCode ?? child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new errors.TimeoutError(`MiniBrowser had no such page in ${timeout} milliseconds`);
}

async function listOf(port: number): Promise<Listed[]> {
  try {
    const list = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    const row = /<div class="targeturl">([^<]*)<.*?(\/socket\/\d+\/\d+\/WebPage)/gs;
    return [...list.matchAll(row)].map(([, url = '', path = '']) => ({ url, path }));
  } catch {
    // Refused connections are what waiting is for.
    return [];
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** A process that a signal ends has no exit code. */
function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
