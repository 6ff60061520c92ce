import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page, Request } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { type App, startApp, startDev } from '../support/app.js';
import { cacheRoot } from '../support/app-cache.js';
import { launchBrowser } from '../support/browser.js';

const fixture = 'test/fixtures/set-ups';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page of the app with what it posts and what it complains of, once its server islands are there. */
async function open(app: App, path = '/docs/?page=2') {
  const page = await browser.newPage({ baseURL: app.url });
  const posts: Request[] = [];
  const problems: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request));
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  // Browsers ask for it unless they are told not to.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const response = await page.goto(path);
  await formTo(page, 'Grace').waitFor();
  await page.waitForFunction(() => customElements.get('action-form') !== undefined);
  return { page, posts, problems, headers: response?.headers() ?? {} };
}

/** The address of the first server island of a page. */
async function islandOf(app: App, path: string): Promise<string> {
  const html = await (await app.fetch(path)).text();
  const [, island = ''] = /href="([^"]*_server-islands[^"]*)"/.exec(html) ?? [];
  return island.replaceAll('&amp;', '&');
}

const formTo = (page: Page, to: string) => page.locator(`form[data-to=${to}]`);

async function sendTo(page: Page, to: string, text: string): Promise<void> {
  await page.getByLabel(`Text to ${to}`).fill(text);
  await page.getByRole('button', { name: `Send to ${to}` }).click();
}

describe('E24 with a base, hashes of a policy and server islands', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(fixture);
  });
  afterAll(() => app.stop());

  test('a form of a server island is enhanced, with what its props bind; nothing breaks the policy', async () => {
    const { page, posts, problems, headers } = await open(app);
    expect(headers['content-security-policy']).toMatch(/script-src[^;]*'sha256-/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    const data = page.evaluate(
      () => new Promise((done) => document.addEventListener('actionform:success', ({ detail }) => done(detail.data))),
    );
    await formTo(page, 'Grace').evaluate((form) => form.setAttribute('novalidate', ''));
    await sendTo(page, 'Grace', ' ');
    await expect
      .poll(() => formTo(page, 'Grace').locator('[data-action-errors]').textContent())
      .toBe('Write something');
    await sendTo(page, 'Grace', 'Hello');
    expect(await data).toEqual({ to: 'Grace', text: 'Hello' });
    await expect.poll(() => formTo(page, 'Grace').getByRole('status').textContent()).toBe('Sent.');
    expect(posts.map((post) => new URL(post.url()).pathname)).toEqual(['/docs/_actions/note/', '/docs/_actions/note/']);
    expect(page.url()).toBe(`${app.url}/docs/?page=2`);
    // The answer that refused is an error to the browser's console.
    expect(problems.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await page.close();
  });

  test('natively it posts to the page that it is shown on, whose query is the page’s', async () => {
    const { page } = await open(app);
    expect(await formTo(page, 'Ada').getAttribute('action')).toBe('?page=2&_action=note');
    await formTo(page, 'Ada').evaluate((form) => form.setAttribute('data-action-native', ''));
    await sendTo(page, 'Ada', 'Hello');
    await page.waitForURL((url) => url.searchParams.has('_result'));
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    await page.close();
  });

  test('it speaks the language of the page that it is shown on, and without that page’s address the site’s', async () => {
    const path = await islandOf(app, '/docs/de/');
    const shown = async (referer: string) => (await app.fetch(path, { headers: { referer } })).text();
    expect(await shown(`${app.url}/docs/de/`)).toContain('data-action-title-prefix="Fehler: "');
    expect(await shown(`${app.url}/docs/`)).toContain('data-action-title-prefix="Error: "');
    expect(await (await app.fetch(path)).text()).toContain('data-action-title-prefix="Error: "');
  });

  test('without the address of its page it posts to that page without a query', async () => {
    const path = await islandOf(app, '/docs/?page=2');
    const without = await (await app.fetch(path)).text();
    expect(without).toContain('action="?_action=note"');
    const foreign = await app.fetch(path, { headers: { referer: 'https://evil.example/?x=1' } });
    expect(await foreign.text()).toContain('action="?_action=note"');
  });

  test('a redirect of the action goes to a page below the base, and its result with it', async () => {
    const { page } = await open(app);
    await page.getByLabel('Name').fill('Ada');
    await page.getByRole('button', { name: 'Go' }).click();
    await page.waitForURL('**/docs/arrived*');
    expect(await page.locator('#message').textContent()).toBe('Welcome, Ada');
    expect(await page.locator('#name').textContent()).toBe('Ada');
    await page.close();
  });

  test('browsers are asked to compile the whole file of the island while it loads', async () => {
    const { page } = await open(app);
    const sources = page.locator('script[type=module][src*=Island]');
    const files = await sources.evaluateAll((all) => all.map((script) => script.getAttribute('src') ?? ''));
    const texts = await Promise.all([...new Set(files)].map(async (file) => (await app.fetch(file)).text()));
    expect(texts.filter((text) => text.startsWith('//# allFunctionsCalledOnLoad\n'))).toHaveLength(1);
    await page.close();
  });

  test('a second copy of the module changes nothing: a submission is sent once', async () => {
    const { page, posts, problems } = await open(app);
    const source = await page.locator('script[type=module][src*=Island]').first().getAttribute('src');
    await page.addScriptTag({ url: `${source}?copy`, type: 'module' });
    await sendTo(page, 'Ada', 'Hello');
    await expect.poll(() => formTo(page, 'Ada').getByRole('status').textContent()).toBe('Sent.');
    expect(posts).toHaveLength(1);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('E24 in dev', () => {
  const copy = join(cacheRoot, `dev-${process.pid}`);
  const component = join(copy, 'src/components/Note.astro');
  let app: App;
  beforeAll(async () => {
    cpSync(resolve(root, fixture), copy, { recursive: true });
    // With a package of its own it has a cache of its own.
    writeFileSync(join(copy, 'package.json'), '{ "private": true, "type": "module" }');
    app = await startDev(copy);
  });
  afterAll(async () => {
    await app.stop();
    rmSync(copy, { recursive: true, force: true });
  });

  // The first of these tests: what Astro knows of components grows with every page.
  test('a page with server islands answers when nothing has been asked for before, and so do its islands', async () => {
    for (const _ of ['first', 'second']) {
      const response = await app.fetch('/docs/?page=2');
      const html = await response.text();
      expect({ status: response.status, hasForm: html.includes('Name</label>') }).toEqual({
        status: 200,
        hasForm: true,
      });
      const [, island = ''] = /href="([^"]*_server-islands[^"]*)"/.exec(html) ?? [];
      expect(await (await app.fetch(island.replaceAll('&amp;', '&'))).text()).toContain('Send to Ada');
    }
  });

  test('a component that is edited is shown anew, enhanced, and sent once', async () => {
    const { page, posts } = await open(app, '/docs/plain');
    for (const label of ['Words', 'Lines']) {
      const source = readFileSync(component, 'utf8');
      writeFileSync(component, source.replace(/label=\{`\w+ to/, `label={\`${label} to`));
      await page.getByLabel(`${label} to Ada`).waitFor();
      await page.waitForFunction(() => customElements.get('action-form') !== undefined);
      posts.length = 0;
      await page.getByLabel(`${label} to Ada`).fill('Hello');
      await page.getByRole('button', { name: 'Send to Ada' }).click();
      await expect.poll(() => formTo(page, 'Ada').getByRole('status').textContent()).toBe('Sent.');
      expect(posts).toHaveLength(1);
    }
    await page.close();
  });
});
