import type { Page } from '@playwright/test';
import { markDocument, send } from './pages.js';
import { axe, expect, test } from './support.js';

/** What may differ between engines: values and events before a framework comes, and what it draws. */
const onAllEngines = { tag: '@engines' };

/** The browser's own checks would stop what a test sends before anybody else sees it. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await withoutOwnChecks(page);
}

const withoutOwnChecks = (page: Page) => page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));

/** What takes errors back loads after them: what is filled in or chosen before it is there is not heard. */
const watched = (page: Page) => page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);

/** Keeps scripts from coming until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await released;
    // A page that has gone does not wait for its scripts.
    await route.continue().catch(() => undefined);
  });
  return () => release();
}

test.describe('a React control in an ActionForm', () => {
  const palette = (page: Page) => page.getByRole('button', { name: '#2e5d8a' });
  const colour = (page: Page) => page.getByRole('textbox', { name: 'Colour' });

  test(
    'is a native field that keeps its value and has its error beside it, until it is sent well',
    onAllEngines,
    async ({ page, urlOf, mode }) => {
      await open(page, `${urlOf('frameworks')}/react`);
      await expect(palette(page)).toHaveCount(mode === 'on' ? 1 : 0);
      await page.getByLabel('Name').fill(`Rust ${mode}`);
      await colour(page).fill('#8a3b2');
      expect((await send(page, 'Mix')).status()).toBe(400);
      await expect(colour(page)).toHaveValue('#8a3b2');
      await expect(colour(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(colour(page)).toHaveAccessibleDescription('Write a # and six digits');
      await expect(page).toHaveTitle('Error: Mix a paint');
      expect(await axe(page)).toEqual([]);

      await withoutOwnChecks(page);
      await colour(page).fill('#8a3b2e');
      await send(page, 'Mix');
      await expect(page.getByRole('status')).toHaveText('Mixed.');
      await expect(page.getByRole('listitem').filter({ hasText: `Rust ${mode}: #8a3b2e` })).toHaveCount(1);
      await expect(colour(page)).toHaveValue('');
      await expect(colour(page)).not.toHaveAttribute('aria-invalid');
    },
  );

  test('has the constraints of the schema', async ({ page, urlOf }) => {
    await page.goto(`${urlOf('frameworks')}/react`);
    await expect(colour(page)).toHaveAttribute('required', '');
    await expect(colour(page)).toHaveAttribute('maxlength', '7');
    await expect(colour(page)).toHaveAttribute('pattern', /#/);
  });

  test('keeps what was typed before React came', onAllEngines, async ({ page, urlOf, mode }) => {
    test.skip(mode !== 'on', 'React does not come');
    const release = await holdScripts(page);
    await page.goto(`${urlOf('frameworks')}/react`, { waitUntil: 'commit' });
    await colour(page).fill('#123456');
    await expect(palette(page)).toHaveCount(0);
    release();
    await expect(page.getByRole('img', { name: 'Patch of #123456' })).toBeVisible();
    await expect(colour(page)).toHaveValue('#123456');
  });

  test(
    'loses its error when the island finds that what React filled in will do',
    onAllEngines,
    async ({ page, urlOf, mode }) => {
      test.skip(mode !== 'on', 'There is no island');
      await open(page, `${urlOf('frameworks')}/react`);
      await colour(page).fill('blue');
      await send(page, 'Mix');
      await expect(colour(page)).toHaveAccessibleDescription('Write a # and six digits');
      await watched(page);
      await palette(page).click();
      await expect(colour(page)).toHaveAccessibleDescription('');
      await expect(colour(page)).not.toHaveAttribute('aria-invalid');
      await expect(colour(page)).toHaveValue('#2e5d8a');
    },
  );

  test('is empty after a success, also where the page came with a refused value', async ({ page, urlOf, mode }) => {
    test.skip(mode !== 'on', 'Without the island the page comes anew');
    const release = await holdScripts(page);
    await page.goto(`${urlOf('frameworks')}/react`, { waitUntil: 'commit' });
    await withoutOwnChecks(page);
    await colour(page).fill('#2e5d8a');
    await send(page, 'Mix');
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Name the paint');
    release();
    await expect(page.getByRole('img', { name: 'Patch of #2e5d8a' })).toBeVisible();
    await page.getByLabel('Name').fill('Blue, at the second go');
    const isSame = await markDocument(page);
    await send(page, 'Mix');
    await expect(page.getByRole('img', { name: 'Patch of no colour' })).toBeVisible();
    await expect(colour(page)).toHaveValue('');
    expect(await isSame()).toBe(true);
  });
});

test.describe('Svelte controls in an ActionForm', () => {
  const stars = (page: Page, name: string) => page.getByRole('radio', { name });
  const drawn = (page: Page) => group(page).locator('output');
  const group = (page: Page) => page.getByRole('radiogroup', { name: 'Stars' });

  test(
    'are native, keep what they hold and have their errors beside them, until they are sent well',
    onAllEngines,
    async ({ page, urlOf, mode }) => {
      await open(page, `${urlOf('frameworks')}/svelte`);
      await expect(drawn(page)).toHaveCount(mode === 'on' ? 1 : 0);
      await page.getByLabel('Title').fill('Moby-Dick');
      expect((await send(page, 'Rate')).status()).toBe(400);
      await expect(group(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(group(page)).toHaveAccessibleDescription('Choose one to five stars');
      expect(await axe(page)).toEqual([]);
      await page.getByRole('link', { name: 'Choose one to five stars' }).click();
      await expect(stars(page, '1')).toBeFocused();

      await withoutOwnChecks(page);
      await stars(page, '4').check();
      await page.getByLabel('Title').fill('');
      expect((await send(page, 'Rate')).status()).toBe(400);
      await expect(stars(page, '4')).toBeChecked();
      await expect(group(page)).not.toHaveAttribute('aria-invalid');

      await page.getByLabel('Title').fill('Moby-Dick');
      await send(page, 'Rate');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rated');
      await expect(page.locator('p')).toHaveText('Moby-Dick: 4 of 5');
    },
  );

  test('keep what was typed and chosen before Svelte came', onAllEngines, async ({ page, urlOf, mode }) => {
    test.skip(mode !== 'on', 'Svelte does not come');
    const release = await holdScripts(page);
    await page.goto(`${urlOf('frameworks')}/svelte`, { waitUntil: 'commit' });
    await stars(page, '3').check();
    await page.getByLabel('Title').fill('Emma');
    await expect(drawn(page)).toHaveCount(0);
    release();
    await expect(drawn(page)).toHaveText('★★★☆☆');
    await expect(stars(page, '3')).toBeChecked();
    await expect(page.getByText('Characters: 4')).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue('Emma');
  });

  test('lose an error when the island finds that the choice will do', onAllEngines, async ({ page, urlOf, mode }) => {
    test.skip(mode !== 'on', 'There is no island');
    await open(page, `${urlOf('frameworks')}/svelte`);
    await send(page, 'Rate');
    await expect(group(page)).toHaveAccessibleDescription('Choose one to five stars');
    await watched(page);
    await stars(page, '2').check();
    await expect(group(page)).toHaveAccessibleDescription('');
    await expect(group(page)).not.toHaveAttribute('aria-invalid');
    await expect(drawn(page)).toHaveText('★★☆☆☆');
  });

  test('go back to what came with the page on a reset', async ({ page, urlOf, mode }) => {
    await open(page, `${urlOf('frameworks')}/svelte`);
    await page.getByLabel('Title').fill('Emma');
    await page.locator('form').evaluate((form: HTMLFormElement) => form.setAttribute('data-action-native', ''));
    await send(page, 'Rate');
    await page.getByLabel('Title').fill('Emma, again');
    await stars(page, '5').check();
    await page.locator('form').evaluate((form: HTMLFormElement) => form.reset());
    await expect(stars(page, '5')).not.toBeChecked();
    await expect(page.getByLabel('Title')).toHaveValue('Emma');
    if (mode === 'on') await expect(drawn(page)).toHaveText('☆☆☆☆☆');
  });
});
