import type { CDPSession, Page } from '@playwright/test';
import { watchIsland } from './island.js';
import { holdPosts, withLine } from './line.js';
import { watchPosts } from './pages.js';
import { leaveAndAnswer } from './question.js';
import { expect } from './support.js';

const test = withLine('router');

/** Visits whose traces are compared: some seconds, or a thousand with `LONG=1`. */
const VISITS = process.env.LONG ? 1000 : 60;

const visit = async (page: Page, name: 'First' | 'Second') => {
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
};

/** Tells whether the document has been the same since. */
async function sameDocument(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  return () => page.evaluate(() => Reflect.get(window, 'isSame') === true);
}

test.beforeEach(async ({ page, urlOf }) => {
  await page.goto(urlOf('router'));
});

test('E24 a form that is swapped in is enhanced, and sends once', async ({ page }) => {
  const isSame = await sameDocument(page);
  for (let time = 0; time < 3; time += 1) {
    await visit(page, 'Second');
    const posts = watchPosts(page);
    await page.getByRole('button', { name: 'Write' }).click();
    await expect(page.getByLabel('Other text')).toHaveAccessibleDescription('Write something');
    await page.getByLabel('Other text').fill('Hello');
    await page.getByRole('button', { name: 'Write' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Written.' })).toBeVisible();
    expect(posts).toHaveLength(2);
    page.removeAllListeners('request');
    await visit(page, 'First');
  }
  expect(await isSame()).toBe(true);
});

test('E3 a redirect goes through ClientRouter, and the page shows what was said', async ({ page }) => {
  const isSame = await sameDocument(page);
  await page.getByLabel('Name').fill('Ada');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.locator('#message')).toHaveText('Welcome, Ada');
  expect(await isSame()).toBe(true);
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('E24 Back shows a form that works', async ({ page }) => {
  await visit(page, 'Second');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveAccessibleDescription('Write something');
});

test('E24 a form that persists goes along with what was typed and what is under way, and is sent once', async ({
  page,
  line,
}) => {
  await page.goto(`${line.url}/kept/one`);
  const isSame = await sameDocument(page);
  const seen = await watchIsland(page);
  const posts = watchPosts(page);
  const text = page.getByLabel('Text', { exact: true });
  const form = page.locator('form');
  const turn = async (to: 'one' | 'two') => {
    await page.getByRole('link', { name: 'The other' }).click();
    await expect(page.getByRole('heading', { name: `Kept ${to}` })).toBeVisible();
  };
  await text.fill('typed on one');
  await turn('two');
  await expect(text).toHaveValue('typed on one');
  await expect(form).toHaveAttribute('data-action-dirty');
  const release = holdPosts(line);
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(form).toHaveAttribute('aria-busy', 'true');
  await turn('one');
  await expect(form).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(page.getByRole('status').filter({ hasText: 'Written.' })).toBeVisible();
  await expect(form).not.toHaveAttribute('aria-busy');
  await expect(form).not.toHaveAttribute('data-action-dirty');
  expect((await seen()).results).toEqual([{ text: 'typed on one' }]);
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(text).toHaveAccessibleDescription('Write something');
  await turn('two');
  await expect(text, 'the error goes along').toHaveAccessibleDescription('Write something');
  expect((await seen()).events).toEqual(['submit', 'success', 'end', 'submit', 'error', 'end']);
  expect(posts).toHaveLength(2);
  expect(await isSame()).toBe(true);
});

test('E16, E24 a field of a form that was swapped in is checked when it is left', async ({ page }) => {
  await visit(page, 'Second');
  await visit(page, 'First');
  await page.getByLabel('Name').fill('A');
  await page.getByLabel('Name').fill('');
  await page.getByLabel('Name').blur();
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Enter a name');
});

test('E20 a link of ClientRouter is asked about while there are changes; who stays, stays with all of it', async ({
  page,
}) => {
  await page.getByLabel('Text', { exact: true }).fill('typed');
  const second = () => page.getByRole('link', { name: 'Second' }).click({ noWaitAfter: true });
  await leaveAndAnswer(page, second, 'stay');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('typed');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Written.' })).toBeVisible();
  await visit(page, 'Second');
});

test('E20 what is typed on a page that was swapped in, before the island knows of changes, is asked about on Back', async ({
  page,
  urlOf,
}) => {
  await page.goto(`${urlOf('router')}/second`);
  const loaded = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: 'First' }).click();
  await page.getByLabel('Text', { exact: true }).pressSequentially('typed');
  loaded.resolve();
  await expect(page.locator('form[data-action-dirty]')).toHaveCount(1);
  await leaveAndAnswer(page, () => page.evaluate(() => history.back()), 'stay');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('typed');
});

test(`${VISITS} visits leave no listener, node or memory behind (E24, counted by Chromium)`, async ({
  page,
  context,
}) => {
  test.setTimeout(process.env.LONG ? 900_000 : 120_000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const travel = async (visits: number) => {
    for (let time = 0; time < visits; time += 2) {
      await visit(page, 'Second');
      await visit(page, 'First');
    }
    return traces(session);
  };
  const start = await travel(20);
  const middle = await travel(VISITS / 2);
  const end = await travel(VISITS / 2);
  console.log(`${VISITS} visits: ${JSON.stringify({ start, middle, end })}`);
  // What is left by every visit shows in both halves; what is made once, and what comes and goes, does not.
  const growth = (of: keyof Traces) => Math.min(middle[of] - start[of], end[of] - middle[of]);
  expect(growth('listeners'), 'listeners').toBeLessThanOrEqual(0);
  expect(growth('nodes'), 'nodes').toBeLessThanOrEqual(5);
  // so many bytes for each visit would be a leak of a page
  expect(growth('heap') / (VISITS / 2), 'bytes a visit').toBeLessThan(process.env.LONG ? 500 : 5_000);
});

interface Traces {
  readonly listeners: number;
  readonly nodes: number;
  readonly heap: number;
}

/** Waits until the page's own document is the only one: the one before, with its listeners, goes some collections later. */
async function traces(session: CDPSession): Promise<Traces> {
  const count = async (name: string) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? NaN;
  };
  const documents = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return count('Documents');
  };
  await expect.poll(documents, { message: 'documents in memory', timeout: 15_000 }).toBe(1);
  return {
    listeners: await count('JSEventListeners'),
    nodes: await count('Nodes'),
    heap: await count('JSHeapUsedSize'),
  };
}
