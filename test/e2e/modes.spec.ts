import { expect, test } from './support.js';

test('scripts of a page run where JavaScript is on, and nowhere else', async ({ page, mode }) => {
  // Modules have run, or will not, once the page has loaded.
  await page.goto('/guestbook', { waitUntil: 'load' });
  expect(await page.evaluate(() => customElements.get('action-form') !== undefined)).toBe(mode === 'on');
});
