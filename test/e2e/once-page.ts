import type { APIRequestContext, Page } from '@playwright/test';
import { defaultMessages } from '../../src/shared/messages.js';
import { expect } from './support.js';

/** What the form of the fixture `once` sends. */
export interface Entries {
  name: string;
  what: string;
  /** Milliseconds that the handler takes. */
  wait?: string;
}

/** Opens the form and fills it in. */
export async function openFilled(page: Page, url: string, entries: Entries): Promise<void> {
  await page.goto(`${url}/?js=on`);
  await fillIn(page, entries);
}

export async function fillIn(page: Page, { name, what, wait = '0' }: Entries): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('What').selectOption(what);
  await page.getByLabel('Wait').fill(wait);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Sends the form over a connection that is lost once `act` is through with the request. */
export async function sendAndLose(page: Page, act: (fetched: Promise<string>) => Promise<unknown>): Promise<void> {
  await page.route('**/_actions/**', async (route) => {
    await act(route.fetch().then((response) => response.text()));
    await route.abort('connectionreset');
  });
  await send(page);
  await expect(page.locator('[data-action-summary]')).toContainText(defaultMessages.network);
  await page.unroute('**/_actions/**');
}

/** How often something was done by a name, in all of the server's life. */
export async function runs(request: APIRequestContext, url: string, name: string): Promise<number> {
  const log: string[] = await (await request.get(`${url}/runs.json`)).json();
  return log.filter((line) => line === name).length;
}
