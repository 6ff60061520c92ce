import { axe, expect, test } from './support.js';

test('E27: errors that came with the page are taken over; they go as they are mended, and then the title’s prefix', async ({
  page,
}) => {
  await page.goto('/shelf');
  // The browser sends this one itself, as it does before the script has come.
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main form').evaluate((form: HTMLFormElement) => {
      HTMLFormElement.prototype.submit.call(form);
    }),
  ]);
  await expect(page).toHaveTitle(/^Error: Shelf/);
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);
  await page.getByLabel('Name of the shelf').fill('ibis');
  await page.getByLabel('Small').check();
  await page.getByLabel('Email', { exact: true }).fill('ada@example.org');
  await page.getByLabel('Email again').fill('ada@example.org');
  await expect(page.locator('[data-action-summary]')).toBeHidden();
  await expect(page).toHaveTitle(/^Shelf/);
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  await expect(page.getByLabel('Email again')).toBeFocused();
});

test('A8, axe: errors that appear while typing are said politely, and axe finds nothing', async ({ page }) => {
  await page.goto('/shelf');
  await page.getByLabel('Name of the shelf').fill('heron');
  await page.getByLabel('Large').check();
  await expect(page.getByRole('status').filter({ hasText: 'All large shelves are taken' })).toHaveCount(1);
  await expect(page.locator('[data-action-errors]:not([hidden])')).toHaveCount(2);
  expect(await axe(page)).toEqual([]);
});

test('pages whose forms have not failed, and are not checked before, load none of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/newsletter', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\blive\b/.test(url))).toEqual([]);
  await page.goto('/shelf', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\blive\b/.test(url))).toHaveLength(1);
});

test('what is chosen after a failure, before the part that checks it has come, loses its error once that has', async ({
  page,
}) => {
  let arrive = () => {};
  const gate = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/live\.[^/]+\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/workshop');
  const asked = page.waitForRequest(/\/live\.[^/]+\.js$/);
  await page.getByRole('button', { name: 'Book' }).click();
  const errorOf = (name: string) => page.locator(`[data-action-errors="${name}"]`);
  await expect(errorOf('drums')).toHaveText('Choose an ink');
  await asked;
  await page.getByRole('radio').first().check();
  await page.getByLabel('I come in clothes').check();
  arrive();
  await expect(errorOf('slot')).toBeHidden();
  await expect(errorOf('clothes')).toBeHidden();
  await expect(errorOf('drums')).toBeVisible();
});
