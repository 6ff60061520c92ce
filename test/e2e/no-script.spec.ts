import { send, withoutEnhance } from './pages.js';
import { galleryPaths, prepare } from './showcase-forms.js';
import { expect, test } from './support.js';

const pages = ['/', ...galleryPaths, '/thanks', '/orders/none', '/nowhere'];

test.describe('not one byte of JavaScript without enhance', () => {
  test.skip(({ mode }) => mode === 'blocked', 'Blocked scripts would not be seen');

  for (const path of pages) {
    test(`${path} sends none`, async ({ page }) => {
      await prepare(page, path, withoutEnhance);
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script' || /\.m?js\b/.test(request.url())) scripts.push(request.url());
      });
      const response = await page.goto(withoutEnhance(path), { waitUntil: 'networkidle' });
      expect(new URL(page.url()).pathname).toBe(path);
      const html = await response!.text();
      expect(html).not.toMatch(/<script|modulepreload|<action-form|="javascript:|<[^>]* on[a-z]+=/i);
      expect(scripts).toEqual([]);
    });
  }

  test('a failed post and a success send none either', async ({ page }) => {
    await page.goto(withoutEnhance('/newsletter'));
    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    expect(await (await send(page, 'Join')).text()).not.toMatch(/<script|modulepreload|<action-form/i);
    await page.getByLabel('Email').fill('ada@example.org');
    await send(page, 'Join');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
    await expect(page.locator('script, link[rel=modulepreload]')).toHaveCount(0);
  });
});

test('a page with enhance asks for its script, once', async ({ page, mode }) => {
  test.skip(mode === 'off', 'The browser does not ask');
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto('/guestbook', { waitUntil: 'networkidle' });
  await expect(page.locator('script')).toHaveCount(1);
  expect(new Set(scripts).size).toBe(scripts.length);
  expect(scripts.length).toBeGreaterThan(0);
});
