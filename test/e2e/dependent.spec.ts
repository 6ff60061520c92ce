import type { Page } from '@playwright/test';
import { markDocument, onBothKinds, send, watchPosts } from './pages.js';
import { axe, expect, type Mode, test } from './support.js';

/** Fields that depend on others: the showcase's page for renting the press. */
onBothKinds(({ at, hasIsland }) => {
  /** Brings what a choice needs into sight: the island does it by itself, elsewhere a button does. */
  async function show(page: Page, mode: Mode, name = 'Show what this needs'): Promise<void> {
    const button = page.getByRole('button', { name });
    if (hasIsland(mode)) await expect(button).toHaveCount(0);
    else expect((await send(page, button)).status()).toBe(200);
  }
  const inPayment = (page: Page) => page.locator('[data-action-field^="payment."]:visible');
  const summary = (page: Page) => page.locator('[data-action-summary] li');

  test('nothing is asked for that no choice needs, and a choice brings its fields', async ({ page, mode }) => {
    await page.goto(at('/rent'));
    await expect(inPayment(page)).toHaveCount(1);
    const posts = watchPosts(page);
    const isSame = await markDocument(page);
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('My company pays').check();
    await show(page, mode);
    await expect(page.getByLabel('VAT number')).toBeVisible();
    await expect(page.getByLabel('Card number')).toBeHidden();
    await expect(page.getByLabel('Your name')).toHaveValue('Ada');
    await expect(page.getByLabel('My company pays')).toBeChecked();
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
    expect(posts).toHaveLength(hasIsland(mode) ? 0 : 1);
    expect(await isSame()).toBe(hasIsland(mode));
  });

  test('with the keyboard alone: the focus stays on the choice, or goes to what has come into sight', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/rent'));
    await page.getByLabel('Your name').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('By invoice')).toBeChecked();
    await page.keyboard.press('Tab');
    if (!hasIsland(mode)) {
      await expect(page.getByRole('button', { name: 'Show what this needs' })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByLabel('Where the invoice goes')).toBeFocused();
    await page.keyboard.type('ada@example.org');
    if (hasIsland(mode)) return;
    await page.getByRole('button', { name: 'Show what this needs' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Show what this needs' })).toBeFocused();
    await expect(page.getByLabel('Where the invoice goes')).toHaveValue('ada@example.org');
  });

  test('what a choice needs is required, and nothing else', async ({ page, mode }) => {
    await page.goto(at('/rent'));
    await page.getByLabel('Your name').fill('Ada');
    expect((await send(page, 'Rent the press')).status()).toBe(400);
    await expect(summary(page)).toHaveText(['Choose how you pay']);
    const choice = page.getByRole('radiogroup', { name: 'How you pay' });
    await expect(choice).toHaveAttribute('aria-invalid', 'true');
    await expect(choice).toHaveAccessibleDescription('Choose how you pay');
    await summary(page).getByRole('link').click();
    await expect(page.getByLabel('By card')).toBeFocused();
    await page.getByLabel('My company pays').check();
    // Whoever sends it at once is told what is missing, and sees where.
    expect((await send(page, 'Rent the press')).status()).toBe(400);
    await expect(summary(page)).toHaveText([/name of the company/, /VAT number/]);
    await expect(page.getByLabel('VAT number')).toBeVisible();
    await page.getByRole('textbox', { name: 'Company' }).fill('Two Drum Press');
    await page.getByLabel('VAT number').fill('DE123456789');
    expect((await send(page, 'Rent the press')).status()).toBe(hasIsland(mode) ? 200 : 303);
    await expect(page.getByRole('status')).toHaveText('It is yours. Bring old clothes.');
  });

  test('errors of what is hidden are gone, what has come into sight has none yet', async ({ page, mode }) => {
    await page.goto(at('/rent'));
    await page.getByLabel('By card').check();
    await show(page, mode);
    expect((await send(page, 'Rent the press')).status()).toBe(400);
    await expect(summary(page)).toHaveText(['Enter your name', 'Enter the name on the card', /digits/]);
    await page.getByLabel('By invoice').check();
    await show(page, mode);
    await expect(summary(page)).toHaveText(['Enter your name']);
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
    await expect(page.getByLabel('Where the invoice goes')).not.toHaveAttribute('aria-invalid');
    await page.getByLabel('Your name').fill('Ada');
    expect((await send(page, 'Rent the press')).status()).toBe(400);
    await expect(summary(page)).toHaveText([/email address/]);
  });

  test('by declaration: a box shows a field, a choice enables one, another box requires one', async ({
    page,
    mode,
  }) => {
    await page.goto(at('/rent'));
    await expect(page.getByLabel('What with')).toBeHidden();
    await expect(page.getByLabel('Colour of your ink')).toBeDisabled();
    await expect(page.getByLabel('Phone')).toHaveJSProperty('required', false);
    await page.getByLabel('I want somebody').check();
    await page.getByLabel('I bring my own').check();
    await page.getByLabel('I come at night').check();
    await show(page, mode, 'Take this ink');
    await expect(page.getByLabel('Colour of your ink')).toBeEnabled();
    await page.getByLabel('What with').fill('The drums');
    await expect(page.getByLabel('Phone')).toHaveJSProperty('required', hasIsland(mode));
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('By invoice').check();
    await show(page, mode);
    await page.getByLabel('Where the invoice goes').fill('ada@example.org');
    await expect(page.getByLabel('What with')).toHaveValue('The drums');
    expect((await send(page, 'Rent the press')).status()).toBe(400);
    await expect(summary(page)).toHaveText([/at night somebody/]);
    await page.getByLabel('I come at night').uncheck();
    expect((await send(page, 'Rent the press')).status()).toBe(hasIsland(mode) ? 200 : 303);
  });

  test('what is hidden is not sent', async ({ page, mode }) => {
    await page.goto(at('/rent'));
    await page.getByLabel('My company pays').check();
    await show(page, mode);
    await page.getByRole('textbox', { name: 'Company' }).fill('Two Drum Press');
    await page.getByLabel('By invoice').check();
    await show(page, mode);
    const response = await send(page, 'Rent the press');
    expect(response.request().postData()).toContain('payment.by');
    expect(response.request().postData()).not.toContain('payment.company');
    if (!hasIsland(mode)) return;
    await page.getByLabel('My company pays').check();
    await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Two Drum Press');
  });

  for (const choice of ['By card', 'By invoice', 'My company pays']) {
    test(`axe finds nothing where "${choice}" is chosen, before and after a failure, light and dark, and at 320 px`, async ({
      page,
      mode,
    }) => {
      await page.goto(at('/rent'));
      expect(await axe(page)).toEqual([]);
      await page.getByLabel(choice).check();
      await show(page, mode);
      expect(await axe(page)).toEqual([]);
      expect((await send(page, 'Rent the press')).status()).toBe(400);
      await expect(summary(page)).not.toHaveCount(0);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }
});
