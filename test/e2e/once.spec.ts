import type { Page } from '@playwright/test';
import { fillIn, openFilled, runs, send } from './once-page.js';
import { expect, test } from './support.js';

test.describe('N15', () => {
  test('a double click runs the handler once, and shows its result', async ({ page, urlOf, mode, request }) => {
    const name = 'double click';
    await openFilled(page, urlOf('once'), { name, what: 'redirect', wait: '400' });
    const posts = countPosts(page);
    const click = await clicker(page, 'Send');
    await click();
    await expect.poll(() => runs(request, urlOf('once'), name)).toBe(1);
    await click();
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    await expect(page.locator('#message')).toHaveText(`Thank you, ${name}`);
    await expect(page.locator('#result')).toContainText('"run"');
    // The island lets no second one out; the browser does, and shows its answer.
    expect(posts()).toBe(mode === 'on' ? 1 : 2);
    expect(await runs(request, urlOf('once'), name)).toBe(1);
  });

  test('the same thing sent again on purpose after success runs again', async ({ page, urlOf, request }) => {
    const entries = { name: 'on purpose', what: 'data' };
    await openFilled(page, urlOf('once'), entries);
    for (let times = 1; times <= 3; times += 1) {
      await fillIn(page, entries);
      await send(page);
      await expect.poll(() => runs(request, urlOf('once'), 'on purpose')).toBe(times);
      await expect(page.getByRole('status')).toHaveText('Sent.');
    }
  });
});

test('N16: back, edit, post again: the new submission runs', async ({ page, urlOf, request }) => {
  await openFilled(page, urlOf('once'), { name: 'before back', what: 'redirect' });
  await send(page);
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Name')).toHaveValue('before back');
  await page.getByLabel('Name').fill('after back');
  await send(page);
  await expect(page.locator('#message')).toHaveText('Thank you, after back');
  expect(await runs(request, urlOf('once'), 'before back')).toBe(1);
  expect(await runs(request, urlOf('once'), 'after back')).toBe(1);
});

test('N16: back, and posted again as it was: the stored result without JavaScript', async ({
  page,
  urlOf,
  mode,
  request,
}) => {
  test.skip(mode !== 'off', 'The island has the next key by then; blocking turns off the cache that Back shows');
  await openFilled(page, urlOf('once'), { name: 'unedited', what: 'redirect' });
  const results: (string | null)[] = [];
  for (let times = 0; times < 2; times += 1) {
    await send(page);
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    results.push(await page.locator('#result').textContent());
    await page.goBack();
  }
  expect(results[1]).toBe(results[0]);
  expect(await runs(request, urlOf('once'), 'unedited')).toBe(1);
});

test('who is told to wait sees the result by and by, without sending anything', async ({
  page,
  urlOf,
  mode,
  request,
}) => {
  test.skip(mode === 'on', 'The island stays on its page: island-once.spec.ts');
  const name = 'by and by';
  await openFilled(page, urlOf('once'), { name, what: 'redirect', wait: '3500' });
  // The first click's answer is never seen: the second one takes its place.
  const click = await clicker(page, 'Send');
  await click();
  await expect.poll(() => runs(request, urlOf('once'), name)).toBe(1);
  await click();
  await expect(page.getByText('This is still being worked on.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('#message')).toHaveText(`Thank you, ${name}`);
  expect(await runs(request, urlOf('once'), name)).toBe(1);
});

/** Clicks a button by its place on the screen: looking for it would wait until the page has been left. */
async function clicker(page: Page, button: string): Promise<() => Promise<void>> {
  const box = await page.getByRole('button', { name: button }).boundingBox();
  if (!box) throw new Error(`${button} is not on the page`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

function countPosts(page: Page): () => number {
  let posts = 0;
  page.on('request', (request) => (posts += Number(request.method() === 'POST')));
  return () => posts;
}
