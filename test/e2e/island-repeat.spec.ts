import type { Page } from '@playwright/test';
import { watchIsland } from './island.js';
import { holdPosts, withLine } from './line.js';
import { watchPosts } from './pages.js';
import { expect } from './support.js';

const test = withLine('site');

async function sendText(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text').fill(text);
  await page.getByLabel('Text').press('Enter');
}

test('E10: a form that queues sends all in order, each as it was, one at a time', async ({ page, line }) => {
  await page.goto(`${line.url}/repeat?repeat=queue`);
  // The part that queues loads beside the island.
  await page.waitForFunction(() => Symbol.for('astro-action-forms.repeat') in document);
  const seen = await watchIsland(page);
  const posts = watchPosts(page);
  const release = holdPosts(line);
  for (const text of ['one', 'two', 'three']) await sendText(page, text);
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  expect(posts).toHaveLength(1);
  release();
  await expect.poll(async () => (await seen()).results).toEqual([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  expect((await seen()).events).toEqual(['one', 'two', 'three'].flatMap(() => ['submit', 'success', 'end']));
  expect(posts).toHaveLength(3);
});

test('E10: a form that aborts calls off what is under way, and the last one counts', async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/repeat?repeat=abort`);
  await page.waitForFunction(() => Symbol.for('astro-action-forms.repeat') in document);
  const seen = await watchIsland(page);
  await sendText(page, 'slow');
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await sendText(page, 'fast');
  await expect.poll(async () => (await seen()).results).toEqual([{ text: 'fast' }]);
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  // What is called off says nothing of it.
  expect((await seen()).events).toEqual(['submit', 'end', 'submit', 'success', 'end']);
});
