import type { Page } from '@playwright/test';
import { onBothKinds, send } from './pages.js';
import { axe, expect, test } from './support.js';

const plainPages = ['/', '/thanks', '/orders/none', '/nowhere'];
const forms = [
  { path: '/order', button: 'Place order', errors: 5 },
  { path: '/guestbook', button: 'Sign the guestbook', errors: 2 },
  { path: '/jobs', button: 'Add', errors: 1 },
  { path: '/workshop', button: 'Book', errors: 6 },
  { path: '/apprentice', button: 'Apply', errors: 3 },
  { path: '/shelf', button: 'Reserve', errors: 4 },
  { path: '/newsletter', button: 'Join', errors: 1 },
  { path: '/profile', button: 'Save profile', errors: 2, spoil: spoilProfile },
  { path: '/controls', button: 'Send it all', errors: 5 },
  { path: '/login', button: 'Log in', errors: 2 },
];

onBothKinds(({ at }) => {
  for (const path of plainPages) {
    test(`axe finds nothing on ${path}`, async ({ page }) => {
      await page.goto(at(path));
      expect(await axe(page)).toEqual([]);
    });
  }

  for (const { path, button, errors, spoil } of forms) {
    test(`axe finds nothing on ${path} before and after a failed submit, light and dark, wide and at 320 px`, async ({
      page,
    }) => {
      await page.goto(at(path));
      expect(await axe(page)).toEqual([]);
      await spoil?.(page);
      await page
        .locator('main form')
        .first()
        .evaluate((form) => form.setAttribute('novalidate', ''));
      expect((await send(page, button)).status()).toBe(400);
      const items = page.locator('[data-action-summary]').first().getByRole('listitem');
      await expect(items).toHaveCount(errors);
      expect(await axe(page)).toEqual([]);

      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axe(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels of horizontal scrolling').toBe(0);
    });
  }

  test('axe finds nothing after a success, nor in the studio', async ({ page }) => {
    await page.goto(at('/profile'));
    await send(page, 'Save profile');
    await expect(page.getByRole('status')).toHaveText('Saved.');
    expect(await axe(page)).toEqual([]);

    await page.goto(at('/guestbook'));
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill('axe was here');
    await send(page, 'Sign the guestbook');
    const entry = page.locator('.entry', { hasText: 'axe was here' }).first();
    await entry.locator('summary').click();
    await expect(entry.getByText('Delete this entry?')).toBeVisible();
    expect(await axe(page)).toEqual([]);

    await page.goto(at('/order?item=NB-A5'));
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Street and number').fill('Main Street 1');
    await page.getByLabel('ZIP code').fill('12345');
    await send(page, 'Place order');
    await expect(page.getByRole('heading', { level: 1, name: /^Order \w{8}$/ })).toBeVisible();
    expect(await axe(page)).toEqual([]);

    await page.goto(at('/login'));
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('two drums');
    await send(page, 'Log in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studio');
    expect(await axe(page)).toEqual([]);
  });
});

async function spoilProfile(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('');
  await page.getByLabel('Website').fill('nowhere');
}
