import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startBuild } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { buildInstalled, installApp } from './install.js';

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
