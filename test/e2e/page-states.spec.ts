import type { Page } from '@playwright/test';
import { audit, auditLayout, auditPreferences, narrow } from '../accessibility/audit.js';
import { onBothKinds, send } from './pages.js';
import { buttonOf, showcaseForms } from './showcase-forms.js';
import { axe, expect, type Mode, test } from './support.js';

const plainPages = ['/', '/thanks', '/orders/none', '/nowhere'];

// Up to eighteen runs of axe in one test.
test.describe.configure({ timeout: 120_000 });
test.skip(({ mode }) => mode === 'blocked', 'The HTML is that of the mode without JavaScript');

onBothKinds(({ at, hasIsland }) => {
  /** A page with `enhance` and no script looks as one without either. */
  const looksOfItsOwn = (mode: Mode): boolean => hasIsland(mode) || at('/') !== '/';

  for (const path of plainPages) {
    test(`nothing is wrong with ${path}: light, dark, at 320 px, from right to left`, async ({ page, mode }) => {
      await page.goto(at(path));
      await expectSound(page, 'untouched', looksOfItsOwn(mode));
    });
  }

  for (const { path, button, errors, before, spoil, fill, success, submit = button } of showcaseForms) {
    test(`nothing is wrong with ${path}: untouched, refused and done; light, dark, at 320 px, from right to left, in forced colours`, async ({
      page,
      mode,
    }) => {
      const status = (said: string | RegExp) => page.getByRole('status').filter({ hasText: said });
      await before?.(page, at);
      await page.goto(at(path));
      await expectSound(page, 'untouched', looksOfItsOwn(mode));

      await spoil?.(page);
      await page.locator('main form').evaluateAll((forms) => forms.map((form) => form.setAttribute('novalidate', '')));
      expect((await send(page, buttonOf(page, button))).ok()).toBe(false);
      const entries = page.locator('[data-action-summary]').filter({ visible: true }).locator('li');
      if (typeof errors === 'number') await expect(entries).toHaveCount(errors);
      else await expect(status(errors)).toBeVisible();
      await expectSound(page, 'refused', looksOfItsOwn(mode));
      if (hasIsland(mode)) {
        expect(await auditPreferences(page), 'refused, in forced colours and with less motion').toEqual([]);
      }

      await fill(page);
      await send(page, buttonOf(page, submit));
      const sign = typeof success === 'function' ? success(page) : status(success);
      await expect(sign.filter({ visible: true }).first()).toBeVisible();
      await expectSound(page, 'done', looksOfItsOwn(mode));
    });
  }

  test('axe finds nothing where an entry is about to be deleted', async ({ page }) => {
    await page.goto(at('/guestbook'));
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Message').fill('axe was here');
    await send(page, 'Sign the guestbook');
    const entry = page.locator('.entry', { hasText: 'axe was here' }).first();
    await entry.locator('summary').click();
    await expect(entry.getByText('Delete this entry?')).toBeVisible();
    await expectSound(page, 'asked', false);
  });
});

async function expectSound(page: Page, state: string, inOtherLooks: boolean): Promise<void> {
  expect(await audit(page), `${state}: the audit`).toEqual([]);
  expect(await axe(page), `${state}: axe`).toEqual([]);
  if (inOtherLooks) await expectSoundInOtherLooks(page, state);
}

/** Dark, then at 320 px, there from right to left too; in light there, and from right to left wide; and back. */
async function expectSoundInOtherLooks(page: Page, state: string): Promise<void> {
  const wide = page.viewportSize() ?? narrow;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await audit(page), `${state}, dark: the audit`).toEqual([]);
  expect(await axe(page), `${state}, dark: axe`).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await axe(page), `${state}, dark at 320 px: axe`).toEqual([]);

  await turn(page, 'rtl');
  expect(await auditLayout(page), `${state}, from right to left at 320 px: the layout`).toEqual([]);
  expect(await axe(page), `${state}, dark from right to left at 320 px: axe`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await turn(page, 'ltr');
  expect(await axe(page), `${state}, at 320 px: axe`).toEqual([]);
  await turn(page, 'rtl');
  await page.setViewportSize(wide);
  expect(await auditLayout(page), `${state}, from right to left: the layout`).toEqual([]);
  expect(await axe(page), `${state}, from right to left: axe`).toEqual([]);
  await turn(page, 'ltr');
}

async function turn(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await page.locator('html').evaluate((root, dir) => root.setAttribute('dir', dir), direction);
}
