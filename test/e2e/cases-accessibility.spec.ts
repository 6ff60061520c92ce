import type { Page } from '@playwright/test';
import { narrow } from '../accessibility/audit.js';
import { onBothKinds, send } from './pages.js';
import { galleryPaths, prepare } from './showcase-forms.js';
import { expect, test } from './support.js';

/** A1, A5 and A7 on the showcase, beside what page-states.spec.ts has the audit and axe say of every page. */
test.skip(({ mode }) => mode === 'blocked', 'The HTML is that of the mode without JavaScript');

onBothKinds(({ at }) => {
  test('A1: every control of the gallery has a label, and what is chosen from is a fieldset with a legend', async ({
    page,
  }) => {
    test.setTimeout(60_000);
    for (const path of galleryPaths) {
      await prepare(page, path, at);
      await page.goto(at(path));
      const { unlabelled, ungrouped } = await page.evaluate(() => {
        // why: these selectors match nothing else
        const controls = [...document.querySelectorAll('main :is(input, select, textarea)')] as HTMLInputElement[];
        const shown = controls.filter((control) => control.type !== 'hidden' && !control.closest('[hidden]'));
        const chosenFrom = shown.filter(({ type }, _, all) => type === 'radio' && all.length > 1);
        return {
          unlabelled: shown.filter(({ labels }) => !labels?.[0]?.textContent?.trim()).map(({ name }) => name),
          ungrouped: chosenFrom
            .filter((radio) => !radio.closest('fieldset')?.querySelector('legend'))
            .map(({ name }) => name),
        };
      });
      expect({ path, unlabelled, ungrouped }).toEqual({ path, unlabelled: [], ungrouped: [] });
    }
  });

  test('A5: an error is a text and a sign, at 320 px and in forced colours too, where nothing scrolls sideways', async ({
    page,
  }) => {
    await page.setViewportSize(narrow);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(at('/order'));
    expect((await send(page, 'Place order')).status()).toBe(400);
    const error = page.locator('[data-action-errors]:not([hidden])').first();
    await expect(error).toHaveText('Enter an email address, like name@example.com');
    const sign = await error.evaluate((element) => {
      const { content, inlineSize } = getComputedStyle(element, '::before');
      return { isPrinted: content !== 'none', width: Number.parseFloat(inlineSize) };
    });
    expect(sign.isPrinted).toBe(true);
    expect(sign.width).toBeGreaterThan(8);
    expect(await overflow(page)).toBe(0);
    for (const button of await page.locator('main form button').filter({ visible: true }).all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), await button.innerText()).toBeGreaterThanOrEqual(24);
    }
  });

  test('A7: what a browser knows of a person it may fill in, and a number that is a code is a text of digits', async ({
    page,
  }) => {
    const entries = {
      '/order': { Email: 'email', 'Street and number': 'address-line1', 'ZIP code': 'postal-code' },
      '/login': { Email: 'username', Password: 'current-password' },
      '/controls': { Name: 'name', Email: 'email', Password: 'new-password', 'One-time code': 'one-time-code' },
      '/postcard': { To: 'shipping name', 'ZIP code': 'shipping postal-code' },
    };
    for (const [path, fields] of Object.entries(entries)) {
      await page.goto(at(path));
      for (const [label, token] of Object.entries(fields)) {
        await expect(page.getByLabel(label, { exact: true }), `${path} ${label}`).toHaveAttribute(
          'autocomplete',
          token,
        );
      }
    }
    await page.goto(at('/controls'));
    const search = page.getByRole('searchbox', { name: 'Find a print' });
    await expect(search).toHaveAttribute('enterkeyhint', 'search');
    for (const [path, label] of [
      ['/order', 'ZIP code'],
      ['/controls', 'One-time code'],
    ] as const) {
      await page.goto(at(path));
      const code = page.getByLabel(label, { exact: true });
      await expect(code).toHaveAttribute('inputmode', 'numeric');
      await expect(code).not.toHaveAttribute('type', 'number');
    }
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
