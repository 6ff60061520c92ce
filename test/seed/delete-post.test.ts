import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';

const unauthorized = 'UNAUTHORIZED: You must be logged in.';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp('examples/seed/delete-post'), launchBrowser()]);
});

afterAll(() => Promise.all([app.stop(), browser.close()]));

describe("the seed's deletePost", () => {
  test.each([
    ['nobody is logged in', {}, unauthorized],
    ["the user's middleware has set locals.user", { cookie: 'user=ada' }, 'Deleted first'],
  ])('called in frontmatter when %s', async (_, headers, expected) => {
    const html = await (await app.fetch('/', { headers })).text();
    expect(html).toContain(`<p id="server">${expected}</p>`);
  });

  test.each([
    ['nobody is logged in', [], unauthorized],
    ["the user's middleware has set locals.user", [{ name: 'user', value: 'ada' }], 'Deleted second'],
  ])('called from a browser when %s', async (_, cookies, expected) => {
    const context = await browser.newContext();
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: app.url })));
    const page = await context.newPage();
    await page.goto(app.url, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('status').filter({ hasText: /./ }).waitFor();
    expect(await page.getByRole('status').textContent()).toBe(expected);
    await context.close();
  });

  test('answers 401 to a call over HTTP without a user', async () => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', origin: app.url };
    const response = await app.fetch('/_actions/deletePost', { method: 'POST', headers, body: '{"id":"third"}' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: 'AstroActionError', code: 'UNAUTHORIZED' });
  });
});
