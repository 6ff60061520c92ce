import type { Page } from '@playwright/test';
import { watchIsland } from './island.js';
import { leaveAndAnswer } from './question.js';
import { expect, test } from './support.js';

/** Whether the page would have the browser ask, were it left. */
const isAsked = (page: Page) => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/visit?unsaved=ask`);
  await page.waitForFunction(() => Symbol.for('astro-action-forms.unsaved') in document);
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Name').fill('Ada');
  await page.getByRole('radio', { name: 'Blue' }).check();
}

test('E20: what is changed is marked and asked about, and not what is as it was, nor after a success', async ({
  page,
  urlOf,
}) => {
  await open(page, urlOf('site'));
  const marked = page.locator('[data-action-dirty]');
  await expect(marked).toHaveCount(0);
  expect(await isAsked(page)).toBe(false);
  await page.getByLabel('Size').selectOption('s');
  // The form, and the field.
  await expect(marked).toHaveCount(2);
  expect(await isAsked(page)).toBe(true);
  await page.getByLabel('Size').selectOption('m');
  await expect(marked).toHaveCount(0);
  expect(await isAsked(page)).toBe(false);

  await page.getByLabel('Name').fill('Ada');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  expect(await isAsked(page), 'after a failure').toBe(true);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible();
  await expect(marked).toHaveCount(0);
  expect(await isAsked(page), 'after a success').toBe(false);
});

test('E20: the browser asks before the page is left; who stays, stays with all of it, who goes, goes', async ({
  page,
  urlOf,
}) => {
  await open(page, urlOf('site'));
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Ada');
  const away = () => page.getByRole('link', { name: 'Away' }).click({ noWaitAfter: true });
  await leaveAndAnswer(page, away, 'stay');
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await leaveAndAnswer(page, away, 'leave');
  await expect(page).toHaveURL(/\/two$/);
});

test('E21: a native reset clears errors, summary, title and marks', async ({ page, urlOf }) => {
  await open(page, urlOf('site'));
  await page.getByLabel('Name').fill('taken');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('[data-action-summary]')).toBeFocused();
  await expect(page).toHaveTitle('Error: Visit');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('[data-action-summary]')).toBeHidden();
  await expect(page.locator('[data-action-errors]:not([hidden]), [aria-invalid], [data-action-dirty]')).toHaveCount(0);
  await expect(page).toHaveTitle('Visit');
  await expect(page.getByLabel('Name')).toHaveValue('');
  expect(await isAsked(page)).toBe(false);
});

test('E21: a native reset in flight: nothing is busy, and what comes of it is not shown', async ({ page, urlOf }) => {
  await open(page, urlOf('site'));
  const seen = await watchIsland(page);
  await fillIn(page);
  await page.getByLabel('Name').fill('slow');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
  await expect.poll(async () => (await seen()).events).toEqual(['submit', 'end']);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible();
  expect((await seen()).events).toEqual(['submit', 'end', 'submit', 'success', 'end']);
});
