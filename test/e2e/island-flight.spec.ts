import { watchIsland } from './island.js';
import { holdPosts, withLine } from './line.js';
import { markDocument, send, watchPosts } from './pages.js';
import { expect } from './support.js';

const test = withLine('site');

for (const [title, target, type, capture] of [
  ['on the form', 'form', 'submit', false],
  ['while capturing, on the document', 'html', 'submit', true],
  ['of actionform:submit', 'html', 'actionform:submit', false],
] as const) {
  test(`E8: after a preventDefault ${title} nothing is sent`, async ({ page, urlOf }) => {
    await page.goto(`${urlOf('site')}/thank`);
    const isSame = await markDocument(page);
    const posts = watchPosts(page);
    await page.locator(target).evaluate(
      (element, [name, isCapturing]) =>
        element.addEventListener(
          name,
          (event) => {
            event.preventDefault();
            document.title = 'Prevented';
          },
          { capture: isCapturing, once: true },
        ),
      [type, capture] as const,
    );
    await page.getByLabel('Text').fill('x');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page).toHaveTitle('Prevented');
    await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
    expect([posts, await isSame()]).toEqual([[], true]);
    await send(page, 'Send');
    await expect(page.locator('#action-result')).toHaveText('x');
  });
}

test('E9: requestSubmit() and Enter in a field submit; what is natively invalid does not', async ({ page, urlOf }) => {
  await page.goto(`${urlOf('site')}/submitters`);
  const seen = await watchIsland(page);
  const posts = watchPosts(page);
  const entries = async () => ((await seen()).data as { entries: string[][] } | undefined)?.entries; // why: the echo action's
  // why: the element under the locator is the form
  await page.locator('form').evaluate((form) => (form as HTMLFormElement).requestSubmit());
  await expect.poll(entries).toBeDefined();
  expect(await entries()).not.toContainEqual(['button', 'plain']);
  await page.getByLabel('Text', { exact: true }).press('Enter');
  await expect.poll(entries).toContainEqual(['button', 'plain']);
  expect(posts).toHaveLength(2);
  await page.getByLabel('Text', { exact: true }).fill('');
  await page.getByLabel('Text', { exact: true }).press('Enter');
  await page.locator('form').evaluate((form) => (form as HTMLFormElement).requestSubmit()); // why: as above
  expect(await page.getByLabel('Text', { exact: true }).evaluate((input) => input.matches(':invalid'))).toBe(true);
  expect((await seen()).events.filter((name) => name === 'submit')).toHaveLength(2);
  expect(posts).toHaveLength(2);
});

test('E10: while one submission is in flight, a second one is not sent', async ({ page, line }) => {
  await page.goto(`${line.url}/thank`);
  const isSame = await markDocument(page);
  const posts = watchPosts(page);
  const release = holdPosts(line);
  await page.getByLabel('Text').fill('once');
  const button = page.getByRole('button', { name: 'Send' });
  await button.dblclick();
  // A click that does not wait until the button is enabled.
  await button.click({ force: true });
  await page.getByLabel('Text').press('Enter');
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  expect([posts, await isSame()]).toEqual([['/_actions/thank/'], true]);
  release();
  await expect(page.locator('#action-result')).toHaveText('once');
  expect(posts).toHaveLength(1);
});

test('E11: a submission in flight is said, keeps the focus on its button, and is taken back', async ({
  page,
  line,
}) => {
  await page.clock.install({ time: 0 });
  await page.goto(`${line.url}/profile`);
  await page.clock.pauseAt(600_000);
  const release = holdPosts(line);
  const button = page.locator('button[data-action-pending]');
  await button.focus();
  await button.click();
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  // The button is marked in a task of its own.
  await page.clock.runFor(1);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toBeFocused();
  expect(await button.isEnabled()).toBe(false);
  await expect(button).not.toHaveAttribute('disabled');
  await page.clock.runFor(250);
  await expect(button).toHaveText('Save');
  await page.clock.runFor(100);
  await expect(button).toHaveText('Saving…');
  await expect(button).toBeFocused();
  release();
  await page.clock.resume();
  await expect(button).toHaveText('Save');
  await expect(button).not.toHaveAttribute('aria-disabled');
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  await expect(page.locator('[data-action-summary]')).toBeFocused();
});

test('E11: leaving in flight and coming back leaves nothing busy', async ({ page, line }) => {
  await page.goto(`${line.url}/thank`);
  holdPosts(line);
  await page.getByLabel('Text').fill('left');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.goto(`${line.url}/two`);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Thank' })).toBeVisible();
  await expect(page.locator('form')).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
});

test('E11: a reload in flight leaves nothing busy, nothing disabled, and the label of its button', async ({
  page,
  line,
}) => {
  await page.goto(`${line.url}/submitters`);
  holdPosts(line);
  const button = page.locator('input[type=submit][data-action-pending]');
  await page.getByLabel('Text', { exact: true }).fill('typed');
  await button.click();
  await expect(button).toHaveValue('Wait');
  await page.reload();
  await expect(button).toHaveValue('Input');
  await expect(page.locator('[aria-busy], [aria-disabled], button:disabled, [type=submit]:disabled')).toHaveCount(0);
});

for (const removed of ['form', 'action-form', 'body > *']) {
  test(`E14: ${removed} is removed in flight without an error`, async ({ page, line }) => {
    await page.goto(`${line.url}/thank`);
    const release = holdPosts(line);
    await page.getByLabel('Text').fill('gone');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
    const answered = page.waitForResponse('**/_actions/**');
    await page.evaluate((selector) => document.querySelectorAll(selector).forEach((node) => node.remove()), removed);
    release();
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(page.url()).toContain('/thank');
  });
}

test('E23: a click before the script has loaded is native, and nothing is lost', async ({ page, urlOf }) => {
  await page.route('**/*.js', () => undefined);
  await page.goto(`${urlOf('site')}/thank`, { waitUntil: 'commit' });
  await page.getByLabel('Text').fill('early');
  const response = await send(page, 'Send');
  expect(response.request().isNavigationRequest()).toBe(true);
  expect(response.status()).toBe(303);
  await expect(page.locator('#action-result')).toHaveText('early');
});
