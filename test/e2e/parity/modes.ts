import type { Browser, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../support/app.js';
import { type Passing, passOn } from '../../support/pass-on.js';
import { type Example, examples, type Mode } from '../support.js';
import { type Received, readPost } from './received.js';

const modes: readonly Mode[] = ['off', 'on', 'blocked'];

/** A page of an example in one mode, with a server of its own, so that all modes find the same. */
export interface ModePage {
  mode: Mode;
  page: Page;
  /** What the server received since this was last asked, post by post. */
  received(): Promise<Received[][]>;
  close(): Promise<void>;
}

interface Served {
  app: App;
  proxy: Passing;
  posts: Promise<Received[]>[];
  data: string;
}

/** Servers of the examples, one for each mode, started when they are first asked for. */
export class ModeServers {
  readonly #served = new Map<string, Promise<Served>>();

  /** Opens a path of an example in every mode, as new visitors. */
  async open(browser: Browser, example: Example, path: string): Promise<ModePage[]> {
    return Promise.all(modes.map((mode) => this.#openIn(mode, browser, example, path)));
  }

  async stop(): Promise<void> {
    for (const { app, proxy, data } of await Promise.all(this.#served.values())) {
      proxy.stop();
      await app.stop();
      rmSync(data, { recursive: true, force: true });
    }
  }

  async #openIn(mode: Mode, browser: Browser, example: Example, path: string): Promise<ModePage> {
    const { proxy, posts } = await this.#serve(mode, example);
    const context = await browser.newContext({ javaScriptEnabled: mode !== 'off' });
    if (mode === 'blocked') {
      await context.route('**/*', (route) =>
        route.request().resourceType() === 'script' ? route.abort() : route.fallback(),
      );
    }
    const page = await context.newPage();
    await page.goto(proxy.url + path, { waitUntil: 'load' });
    return {
      mode,
      page,
      received: async () => (await Promise.all(posts.splice(0))).filter((entries) => entries.length > 0),
      close: () => context.close(),
    };
  }

  #serve(mode: Mode, example: Example): Promise<Served> {
    const key = `${example} ${mode}`;
    const known = this.#served.get(key) ?? serve(example);
    this.#served.set(key, known);
    return known;
  }
}

async function serve(example: Example): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'parity-'));
  const app = await startApp(examples[example], { env: { SHOWCASE_DATA: data, ONCE_LOG: join(data, 'once') } });
  const posts: Promise<Received[]>[] = [];
  const proxy = await passOn(app.url, {
    onPost: (headers, body) => {
      // A check of single fields is no submission.
      if (!('x-action-validate' in headers)) posts.push(body.then((bytes) => readPost(headers, bytes)));
    },
  });
  return { app, proxy, posts, data };
}
