import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { bodyOf } from '../support/pass-on.js';
import { watchIsland } from './island.js';
import { onBothKinds, readJson, send, watchPosts } from './pages.js';
import { expect, type Mode, test as base } from './support.js';

/** A site of somebody else's that takes what is sent to it. */
interface Elsewhere {
  readonly url: string;
  /** The bodies that have come, in order. */
  readonly bodies: readonly string[];
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  elsewhere: async ({}, use) => {
    const bodies: string[] = [];
    const server = createServer(async (incoming, outgoing) => {
      if (incoming.method === 'POST') bodies.push(String(await bodyOf(incoming)));
      outgoing.setHeader('content-type', 'text/plain').end('taken');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // why: it listens on TCP
    await use({ url: `http://127.0.0.1:${port}/take`, bodies });
    server.close().closeAllConnections();
  },
});

const before = [
  ['text', 'one'],
  ['text.dir', 'ltr'],
  ['lines', 'first\r\nsecond'],
  ['many', 'a'],
  ['many', 'b'],
  ['text', 'two'],
  ['radio', 'chosen'],
];
const after = [['far', 'away']];

onBothKinds(({ at, hasIsland }) => {
  test.beforeEach(({ page, urlOf }) => page.goto(urlOf('site') + at('/submitters')));

  /** Clicks and gives the entries that reached the handler, by whichever way. */
  async function arrived(page: Page, mode: Mode, button: Parameters<typeof send>[1]): Promise<unknown> {
    const seen = await watchIsland(page);
    await send(page, button);
    if (!hasIsland(mode)) return (await readJson(page, 'result')) as { entries: unknown }; // why: what the action gives
    await expect.poll(async () => (await seen()).data).toBeDefined();
    return (await seen()).data;
  }

  const buttons = [
    ['Plain', [['button', 'plain']]],
    ['Nameless', []],
    ['Multipart', [['button', 'multipart']]],
    ['Input', [['button', 'Input']]],
    ['No validation', [['button', 'novalidate']]],
  ] as const;
  for (const [name, own] of buttons) {
    test(`E4: “${name}” sends the same names and values in the same order`, async ({ page, mode }) => {
      expect(await arrived(page, mode, name)).toMatchObject({ entries: [...before, ...own, ...after] });
    });
  }

  test('E4: a button outside of the form is in its own place among the entries', async ({ page, mode }) => {
    const entries = [...before, ['button', 'outside'], ...after];
    expect(await arrived(page, mode, 'Outside')).toMatchObject({ entries });
  });

  test('E4: an image button sends where it was clicked', async ({ page, mode }) => {
    const image = page.getByRole('button', { name: 'Image' });
    const seen = await watchIsland(page);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      image.click({ position: { x: 5, y: 7 } }),
    ]);
    if (hasIsland(mode)) await expect.poll(async () => (await seen()).data).toBeDefined();
    const result = hasIsland(mode) ? (await seen()).data : await readJson(page, 'result');
    expect(result).toMatchObject({ entries: [...before, ['image.x', '5'], ['image.y', '7'], ...after] });
  });

  test('E5: formnovalidate sends what the browser would refuse', async ({ page, mode }) => {
    const posts = watchPosts(page);
    await page.getByLabel('Text', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Plain' }).click();
    await expect(page.getByLabel('Text', { exact: true })).toBeFocused();
    expect(posts).toEqual([]);
    expect(await arrived(page, mode, 'No validation')).toMatchObject({
      entries: expect.arrayContaining([['text', '']]),
    });
  });

  test('E5: a blank formaction posts to the page itself, and no action runs', async ({ page }) => {
    const response = await send(page, 'Blank action');
    expect(response.request().isNavigationRequest()).toBe(true);
    expect(new URL(response.url()).searchParams.has('_action')).toBe(false);
    expect(response.status()).toBe(200);
    await expect(page.locator('#result')).toHaveText('null');
  });

  test('E5: formmethod=get is a GET with the entries in the query', async ({ page }) => {
    const posts = watchPosts(page);
    await page.getByRole('button', { name: 'Get', exact: true }).click();
    await expect(page.locator('#query')).toHaveText('one');
    expect(posts).toEqual([]);
  });

  test('E5: formmethod=dialog sends nothing', async ({ page }) => {
    const posts = watchPosts(page);
    await page.getByRole('button', { name: 'Dialog' }).click();
    await page.getByLabel('Text', { exact: true }).fill('still here');
    expect(posts).toEqual([]);
  });

  test('E5: formenctype=text/plain is the browser’s', async ({ page }) => {
    const response = await send(page, 'Text type');
    expect(response.request().isNavigationRequest()).toBe(true);
    expect(response.request().headers()['content-type']).toBe('text/plain');
    expect(response.status()).toBe(415);
  });

  test('E7: another origin is the browser’s', async ({ page, elsewhere: { url, bodies } }) => {
    const button = page.getByRole('button', { name: 'Elsewhere' });
    await button.evaluate((element, address) => element.setAttribute('formaction', address), url);
    const response = await send(page, button);
    expect(response.request().isNavigationRequest()).toBe(true);
    expect(bodies).toEqual([expect.stringContaining('lines=first')]);
    await expect(page.locator('body')).toHaveText('taken');
  });

  test('E7: formtarget=_blank opens a tab, and that shows the result', async ({ page }) => {
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'New tab' }).click(),
    ]);
    expect(await readJson(tab, 'result')).toMatchObject({ entries: [...before, ['button', 'tab'], ...after] });
    await expect(page.locator('#result')).toHaveText('null');
  });

  test('E7: formtarget=_blank on a form with rel=opener opens a tab in every engine', async ({ page }) => {
    await page.locator('form').evaluate((form) => form.setAttribute('rel', 'opener'));
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'New tab' }).click(),
    ]);
    expect(await readJson(tab, 'result')).toMatchObject({ entries: [...before, ['button', 'tab'], ...after] });
  });

  test('E7: a click with Ctrl opens a tab, and that shows the result', async ({ page, context }) => {
    const [tab] = await Promise.all([
      context.waitForEvent('page', { timeout: 10_000 }),
      page.getByRole('button', { name: 'Plain' }).click({ modifiers: ['Control'] }),
    ]);
    expect(await readJson(tab, 'result')).toMatchObject({ entries: [...before, ['button', 'plain'], ...after] });
    await expect(page.locator('#result')).toHaveText('null');
  });

  test('E7: a button that opts out is the browser’s', async ({ page }) => {
    const response = await send(page, 'Native');
    expect(response.request().isNavigationRequest()).toBe(true);
    expect(await readJson(page, 'result')).toMatchObject({ entries: [...before, ['button', 'native'], ...after] });
  });

  test('E6: fields named like members of a form work: errors, then success', async ({ page, urlOf, mode }) => {
    await page.goto(urlOf('site') + at('/clobber'));
    const seen = await watchIsland(page);
    const labels = ['Method', 'Id', 'Submit', 'Reset', 'Elements', 'Name'];
    for (const label of labels) await page.getByLabel(label, { exact: true }).fill(label);
    expect((await send(page, 'Send')).status()).toBe(400);
    await expect(page.getByLabel('Action')).toHaveAccessibleDescription('Enter an action');
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
    for (const label of labels) await expect(page.getByLabel(label, { exact: true })).toHaveValue(label);

    await page.getByLabel('Action').fill('Action');
    await send(page, 'Send');
    const expected = {
      action: 'Action',
      method: 'Method',
      id: 'Id',
      submit: 'Submit',
      reset: 'Reset',
      elements: 'Elements',
      name: 'Name',
    };
    if (hasIsland(mode)) {
      await expect.poll(async () => (await seen()).data).toEqual(expected);
      const events = ['submit', 'error', 'end', 'submit', 'success', 'end'];
      await expect.poll(async () => (await seen()).events).toEqual(events);
    } else expect(await readJson(page, 'result')).toEqual(expected);
    await expect(page.locator('[aria-invalid]')).toHaveCount(0);
    for (const label of labels) await expect(page.getByLabel(label, { exact: true })).toHaveValue('');
  });
});
