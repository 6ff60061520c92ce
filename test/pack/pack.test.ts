import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startBuild } from '../support/app.js';
import { runAxe } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { appOfSections, buildInstalled, configOfNode, emptyApp, installApp } from './install.js';
import { layersOf, styledProperties } from './look.js';

let site: { root: string; files: string[] };
let app: App;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([installApp(), launchBrowser()]);
  await buildInstalled(site.root);
  app = await startBuild(join(site.root, 'dist'), { cwd: site.root });
});

afterAll(async () => {
  await Promise.all([app?.stop(), browser?.close()]);
  if (site) rmSync(site.root, { recursive: true, force: true });
});

describe('the package as npm would publish it', () => {
  test.each(['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts', 'components/index.ts'])(
    'has %s',
    (file) => expect(site.files).toContain(file),
  );

  test('has nothing but what ships', () => {
    const shipped = /^(?:dist|components)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(site.files.filter((file) => !shipped.test(file))).toEqual([]);
  });

  test('has no script that npm runs, or warns of, where it is installed', async () => {
    const text = await readFile(join(site.root, 'node_modules/astro-action-forms/package.json'), 'utf8');
    // why: the file is the one of this repository
    const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toContain('build');
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

describe("the README's first form in an app that has installed it", () => {
  test.each([
    ['off', false],
    ['on', true],
  ])('is submitted with JavaScript %s, and the next page reads the result', async (_, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(app.url, { waitUntil: 'networkidle' });
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByRole('button').click();
    const response = await posted;
    expect(response.status()).toBe(javaScriptEnabled ? 200 : 303);
    await page.waitForURL(/\/thanks/);
    expect(await page.locator('body').textContent()).toContain('ada@example.org');
    await context.close();
  });

  test('says beside the field what is wrong, with JavaScript off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(app.url);
    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByLabel('Email').fill('nobody');
    await page.getByRole('button').click();
    expect((await posted).status()).toBe(400);
    expect(await page.getByLabel('Email').inputValue()).toBe('nobody');
    expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
    await context.close();
  });
});

/** Parts of a form that has errors, and what the style sheet changes about each. */
const looks: [part: string, find: (page: Page) => Locator, properties: string[]][] = [
  ['label', (page) => page.locator('label', { hasText: 'Email' }), ['font-weight']],
  [
    'input',
    (page) => page.getByLabel('Email'),
    ['border-top-style', 'border-top-left-radius', 'padding-left', 'min-height', 'width'],
  ],
  ['input with an error', (page) => page.getByLabel('Sku').first(), ['border-top-color', 'padding-left']],
  ['error', (page) => page.locator('[data-action-errors]', { hasText: /\w/ }).first(), ['color', 'font-weight']],
  [
    'button',
    (page) => page.getByRole('button', { name: 'Place order' }),
    ['background-color', 'color', 'border-top-left-radius', 'padding-left', 'min-height'],
  ],
];

describe("the README's rows in 25 lines, in an empty app", () => {
  let rows: ReturnType<typeof appOfSections>;
  let shop: App;
  beforeAll(async () => {
    rows = appOfSections(site.root, 'Install', 'Rows in 25 lines');
    await buildInstalled(rows.root);
    shop = await startBuild(join(rows.root, 'dist'), { cwd: rows.root });
  });
  afterAll(async () => {
    await shop?.stop();
    if (rows) rmSync(rows.root, { recursive: true, force: true });
  });

  test('begin in an app that has nothing of the package', () => {
    expect(Object.values(emptyApp).join('')).not.toMatch(/action|output/);
  });

  test('are no more than 25, with those of the configuration that no command has written', () => {
    const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
    const byCommand = new Set(lines(configOfNode));
    const own = [...rows.files].flatMap(([path, text]) =>
      lines(text).filter((line) => line !== `// ${path}` && !(path === 'astro.config.mjs' && byCommand.has(line))),
    );
    expect([...rows.files.keys()]).toEqual(['astro.config.mjs', 'src/actions/index.ts', 'src/pages/index.astro']);
    expect(own.length).toBeLessThanOrEqual(25);
  });

  test.each([
    ['off', false],
    ['on', true],
  ])('are validated, styled and accessible with JavaScript %s, and take as many as one likes', async (_, hasScript) => {
    const context = await browser.newContext({ javaScriptEnabled: hasScript, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(shop.url, { waitUntil: 'networkidle' });
    expect(await layersOf(page)).toContain('action-forms');
    expect(await runAxe(page, hasScript), 'axe, of the page as it comes').toEqual([]);
    await page.getByRole('button', { name: 'Add another' }).click();
    await expect.poll(() => page.getByRole('group', { name: 'Items 2' }).count()).toBe(1);

    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Sku').first().fill('Ä€');
    await page.getByRole('button', { name: 'Place order' }).click();
    const summary = page.getByRole('alert').or(page.locator('[data-action-summary]')).first();
    await expect.poll(() => summary.getByRole('listitem').count()).toBe(4);
    expect(await page.getByLabel('Email').inputValue()).toBe('ada@example.org');
    expect(await page.getByLabel('Sku').first().inputValue()).toBe('Ä€');
    expect(await runAxe(page, hasScript), 'axe, of the whole page').toEqual([]);
    for (const [part, find, properties] of looks)
      expect(await styledProperties(find(page), properties), part).toEqual(properties);

    for (const [at, sku] of ['A-100', 'B-200'].entries()) {
      await page.getByLabel('Sku').nth(at).fill(sku);
      await page.getByLabel('Qty').nth(at).fill('2');
    }
    await page.getByRole('button', { name: 'Place order' }).click();
    await expect.poll(() => page.getByText('Thank you.').isVisible()).toBe(true);
    expect(await runAxe(page, hasScript), 'axe, of the page after it').toEqual([]);
    await context.close();
  });
});
