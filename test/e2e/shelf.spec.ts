import { randomUUID } from 'node:crypto';
import { onBothKinds, send } from './pages.js';
import { expect, test } from './support.js';

/** The showcase's form whose fields are checked while people fill it in. */
onBothKinds(({ at, hasIsland }) => {
  test('E15, E16: what only the server knows is said at its field, and goes once it is mended', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/shelf'));
    await page.getByLabel('Name of the shelf').fill('heron');
    await page.getByLabel('Large').check();
    await page.getByLabel('Email', { exact: true }).fill('ada@example.org');
    await page.getByLabel('Email again').fill('ada@example.com');
    if (hasIsland(mode)) await page.keyboard.press('Tab');
    else expect((await send(page, 'Reserve')).status()).toBe(400);

    const name = page.getByLabel('Name of the shelf');
    await expect(name).toHaveAccessibleDescription(/There is a shelf of this name already/);
    await expect(page.getByRole('radiogroup', { name: 'Size' })).toHaveAccessibleDescription(
      'All large shelves are taken',
    );
    await expect(page.getByLabel('Email again')).toHaveAccessibleDescription('This is not the address above');
    await expect(page.locator('[data-action-errors]:not([hidden])')).toHaveCount(3);

    const mended = `egret-${randomUUID().slice(0, 8)}`;
    await name.fill(mended);
    await page.getByLabel('Small').check();
    // Typed: of `fill` Firefox does not say that a field has changed, and WebKit adds to what an email field holds.
    await page.getByLabel('Email', { exact: true }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ada@example.com');
    if (hasIsland(mode)) {
      await page.keyboard.press('Tab');
      await expect(page.locator('[data-action-errors]:not([hidden])')).toHaveCount(0);
      await expect(page).not.toHaveTitle(/^Error/);
    }
    expect((await send(page, 'Reserve')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.getByRole('status').first()).toHaveText('Reserved. Your name is on it.');

    await name.fill(mended);
    await send(page, 'Reserve');
    await expect(page.locator('[data-action-summary] a').first()).toHaveText('There is a shelf of this name already');
    await expect(page).toHaveTitle(/^Error: /);
  });

  test('E27: after a post without the script, errors that the server has rendered are the same', async ({ page }) => {
    await page.goto(at('/shelf'));
    await send(page, 'Reserve');
    await expect(page.locator('[data-action-summary] a')).toHaveText([
      'Use 3 to 20 letters, digits and dashes',
      'Choose a size',
      'Enter an email address, like name@example.com',
      'Enter the address again',
    ]);
    await expect(page.locator('[data-action-summary]')).toBeFocused();
  });
});
