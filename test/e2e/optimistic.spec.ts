import type { Page } from '@playwright/test';
import { holdPosts, withLine } from './line.js';
import { onBothKinds, send } from './pages.js';
import { axe, expect } from './support.js';

const test = withLine('showcase');

const like = (page: Page, name: string) => page.getByRole('button', { name: `Like ${name}` });
const count = async (page: Page, name: string) => Number(await like(page, name).locator('.count').textContent());
/** What the button of a print sends, sealed: another thing once the page has come anew. */
const record = (page: Page, name: string) =>
  page
    .locator('form', { has: like(page, name) })
    .locator('[name="_action_form"]')
    .inputValue();
const jobs = (page: Page) => page.locator('#jobs li');
const add = async (page: Page, title: string) => {
  await page.getByLabel('What is to be done').fill(title);
  await page.getByLabel('What is to be done').press('Enter');
};

onBothKinds(({ at }) => {
  test('a like counts, and can be taken back', async ({ page }) => {
    await page.goto(at('/prints'));
    expect(await axe(page)).toEqual([]);
    const before = await count(page, 'Heron');
    const unliked = await record(page, 'Heron');
    await send(page, like(page, 'Heron'));
    await expect(like(page, 'Heron')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => count(page, 'Heron')).toBe(before + 1);
    await expect.poll(() => record(page, 'Heron')).not.toBe(unliked);
    await send(page, like(page, 'Heron'));
    await expect(like(page, 'Heron')).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => count(page, 'Heron')).toBe(before);
  });

  test('a like that is refused counts nothing, and is told why', async ({ page }) => {
    await page.goto(at('/prints'));
    expect((await send(page, like(page, 'Misprint'))).status()).toBe(409);
    await expect(page.getByText('Nobody likes a misprint.', { exact: true })).toBeVisible();
    await expect(like(page, 'Misprint')).toHaveAttribute('aria-pressed', 'false');
    await expect(like(page, 'Misprint')).toContainText('0');
  });

  test('jobs are added, ticked and removed, and a refused one is still in the field', async ({ page }) => {
    await page.goto(at('/jobs'));
    await add(page, 'Print the heron');
    await expect(jobs(page)).toHaveText([/^Print the heron/]);
    await expect(page.getByRole('heading', { name: '1 of 1 to do' })).toBeVisible();
    await add(page, 'A jam');
    await expect(page.getByLabel('What is to be done')).toHaveAccessibleDescription('The press jams on this one');
    await expect(page.getByLabel('What is to be done')).toHaveValue('A jam');
    await expect(jobs(page)).toHaveCount(1);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done with Print the heron' }).press('Enter');
    await expect(page.getByRole('heading', { name: '0 of 1 to do' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Print the heron' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  });
});

test.describe('before the server has answered', () => {
  test.skip(({ mode }) => mode !== 'on', 'without the island a page comes when it has');

  test('a like is shown at once', async ({ page, line }) => {
    await page.goto(`${line.url}/prints`);
    const before = await count(page, 'Tide table');
    const release = holdPosts(line);
    await like(page, 'Tide table').press('Enter');
    await expect(like(page, 'Tide table')).toHaveAttribute('aria-pressed', 'true');
    expect(await count(page, 'Tide table')).toBe(before + 1);
    release();
    await expect(page.locator('form[aria-busy]')).toHaveCount(0);
    expect(await count(page, 'Tide table')).toBe(before + 1);
  });

  test('a row is there at once, and goes when the server refuses it', async ({ page, line }) => {
    await page.goto(`${line.url}/jobs`);
    const release = holdPosts(line);
    await add(page, 'A jam');
    await expect(jobs(page)).toHaveText(['A jam']);
    release();
    await expect(page.getByLabel('What is to be done')).toHaveAccessibleDescription('The press jams on this one');
    await expect(jobs(page)).toHaveCount(0);
  });

  test('what fails on its way is shown as it was: a like, a tick, a row that was to go', async ({ page }) => {
    await page.goto('/jobs');
    await add(page, 'Fold');
    await expect(page.getByRole('heading', { name: '1 of 1 to do' })).toBeVisible();
    await page.route('**/_actions/**', (route) => route.fulfill({ status: 500, body: '' }));
    await page.getByRole('button', { name: 'Done with Fold' }).press('Enter');
    await expect(page.locator('main li').getByRole('status').filter({ hasText: /\w/ })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Done with Fold' })).toHaveAttribute('aria-pressed', 'false');
    await page.getByRole('button', { name: 'Remove Fold' }).press('Enter');
    await expect(jobs(page)).not.toHaveAttribute('data-sending');
    await page.goto('/prints');
    const before = await count(page, 'Tide table');
    await like(page, 'Tide table').press('Enter');
    await expect(page.locator('main li').getByRole('status').filter({ hasText: /\w/ })).toHaveCount(1);
    await expect(like(page, 'Tide table')).toHaveAttribute('aria-pressed', 'false');
    expect(await count(page, 'Tide table')).toBe(before);
  });
});
