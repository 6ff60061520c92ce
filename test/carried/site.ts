import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, buildApp, startBuild } from '../support/app.js';
import type { Shown, TabBrowser } from './tab-browser.js';

const SECRET = 'a-secret-of-the-test-with-more-than-32-characters';
/** What a browser says of a request that the site's own page makes. */
export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };

/** What browsers say that load a page before anybody has asked for it. */
export const EARLY: readonly Readonly<Record<string, string>>[] = [
  { ...SAME_ORIGIN, 'sec-purpose': 'prefetch' },
  { ...SAME_ORIGIN, 'sec-purpose': 'prefetch;prerender' },
  { ...SAME_ORIGIN, 'sec-purpose': 'prefetch;anonymous-client-ip' },
];

/** The site of the stores, as a server of its own folder. */
export interface Site {
  /** Starts a server, the first one or one more. */
  start(secrets?: string): Promise<App>;
  stop(): Promise<void>;
}

export async function siteWith(store: string): Promise<Site> {
  const build = await buildApp('test/fixtures/stores', { TEST_STORE: store });
  const cwd = mkdtempSync(join(tmpdir(), 'carried-'));
  const started: App[] = [];
  return {
    async start(secrets = SECRET) {
      const app = await startBuild(build, { cwd, env: { ACTION_FORMS_SECRET: secrets } });
      started.push(app);
      return app;
    },
    async stop() {
      await Promise.all(started.map((app) => app.stop()));
      rmSync(cwd, { recursive: true });
    },
  };
}

export function recordOf({ html }: Pick<Shown, 'html'>): string {
  return /name="_action_form" value="([^"]*)"/.exec(html)![1]!;
}

/** The post of the form that keeps a token. */
export function keeping(
  record: string,
  token: string,
  size: number,
): RequestInit & { headers: Record<string, string> } {
  const body = new URLSearchParams({ _action_form: record, token, size: String(size) });
  return { method: 'POST', body, headers: SAME_ORIGIN };
}

/** What the page arrived at shows. */
export function shownIn(page: Pick<Shown, 'html'>): { token: string; length: number; message: string } {
  return { token: textOf(page, 'token'), length: Number(textOf(page, 'length')), message: textOf(page, 'message') };
}

/** Text of the element with an id. */
export function textOf({ html }: Pick<Shown, 'html'>, id: string): string {
  return new RegExp(`id="${id}">([^<]*)<`).exec(html)?.[1] ?? '';
}

export async function runsOf(browser: TabBrowser): Promise<number> {
  return Number((await browser.visit('/runs.json')).html);
}
