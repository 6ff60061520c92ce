import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';

let app: App;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp('examples/seed/greet'), launchBrowser()]);
});

afterAll(() => Promise.all([app.stop(), browser.close()]));

describe("the seed's greet", () => {
  test('called in frontmatter renders its message', async () => {
    const response = await app.fetch('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<p>Hello, Ada!</p>');
  });

  test('called by a click in a browser alerts its message', async () => {
    const page = await browser.newPage();
    const alerted = new Promise<string>((resolve) => {
      page.on('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.accept();
      });
    });
    await page.goto(`${app.url}/button`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Greet' }).click();
    expect(await alerted).toBe('Hello, World!');
    await page.close();
  });

  test.each([
    ['an empty name', { name: '' }],
    ['no name', {}],
    ['a name of the wrong kind', { name: 1 }],
  ])('refuses %s with an input error', async (_, input) => {
    const response = await callGreet(JSON.stringify(input));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: 'AstroActionInputError', code: 'BAD_REQUEST' });
  });

  test('refuses malformed JSON with a 4xx', async () => {
    const { status } = await callGreet('{"name": ');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

function callGreet(body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', origin: app.url };
  return app.fetch('/_actions/greet', { method: 'POST', headers, body });
}
