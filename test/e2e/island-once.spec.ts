import { defaultMessages } from '../../src/shared/messages.js';
import { watchIsland } from './island.js';
import { withLine } from './line.js';
import { openFilled, runs, send, sendAndLose } from './once-page.js';
import { expect } from './support.js';

const test = withLine('once');

test.describe('E13: the connection is lost after the server ran it', () => {
  for (const [title, what] of [
    ['a result', 'data'],
    ['a refusal', 'invalid'],
  ] as const) {
    test(`a retry gets what came of it, and the handler does not run twice: ${title}`, async ({
      page,
      line,
      request,
    }) => {
      const name = `lost ${what}`;
      await openFilled(page, line.url, { name, what });
      const seen = await watchIsland(page);
      let lost: string | undefined;
      await sendAndLose(page, line, async (answered) => (lost = await answered));
      const answer = page.waitForResponse('**/_actions/**');
      await send(page);
      expect(await (await answer).text()).toBe(lost);
      expect(await runs(request, line.url, name)).toBe(1);
      await expect.poll(async () => (await seen()).events.length).toBe(6);

      // Who sends it again after the outcome means it.
      await page.getByLabel('Name').fill(name);
      await send(page);
      await expect.poll(() => runs(request, line.url, name)).toBe(2);
    });
  }

  test('so does sending it without the island', async ({ page, line, request }) => {
    const name = 'lost, then native';
    await openFilled(page, line.url, { name, what: 'redirect' });
    await sendAndLose(page, line, (answered) => answered);
    await page.locator('form').evaluate((form) => form.setAttribute('data-action-native', ''));
    await send(page);
    await expect(page.locator('#message')).toHaveText(`Thank you, ${name}`);
    expect(await runs(request, line.url, name)).toBe(1);
  });

  test('while it still runs, a retry is told so, and a later one gets the result', async ({ page, line, request }) => {
    const name = 'still running';
    await openFilled(page, line.url, { name, what: 'data', wait: '8000' });
    const seen = await watchIsland(page);
    let first: Promise<unknown> | undefined;
    await sendAndLose(page, line, async (answered) => {
      first = answered;
      await expect.poll(() => runs(request, line.url, name)).toBe(1);
    });
    const answer = page.waitForResponse('**/_actions/**');
    await send(page);
    expect((await answer).headers()['retry-after']).toBe('2');
    await expect(page.locator('[data-action-summary]')).toContainText(defaultMessages.running);
    expect((await seen()).error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 });
    await first;
    await send(page);
    await expect(page.getByRole('status')).toHaveText('Sent.');
    expect(await runs(request, line.url, name)).toBe(1);
  });
});

test('pressing a button twice on purpose counts twice', async ({ page, urlOf, request }) => {
  await page.goto(`${urlOf('once')}/plus?js=on&name=plus`);
  const button = page.getByRole('button', { name: '+1' });
  for (let times = 1; times <= 3; times += 1) {
    const answer = page.waitForResponse('**/_actions/**');
    await button.click();
    await answer;
    await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  }
  expect(await runs(request, urlOf('once'), 'plus')).toBe(3);
});
