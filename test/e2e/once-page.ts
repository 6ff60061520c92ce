import type { APIRequestContext, Page } from '@playwright/test';
import { defaultMessages } from '../../src/shared/messages.js';
import type { Line } from './line.js';
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

/** Sends the form over a line that is cut once `act` is through with what the server says to it. */
export async function sendAndLose(
  page: Page,
  line: Line,
  act: (answered: Promise<string>) => Promise<unknown>,
): Promise<void> {
  line.trouble = async (outgoing, answered) => {
    await act(answered());
    outgoing.destroy();
  };
  await send(page);
  await expect(page.locator('[data-action-summary]')).toContainText(defaultMessages.network);
  line.trouble = undefined;
}

/** How often something was done by a name, in all of the server's life. */
export async function runs(request: APIRequestContext, url: string, name: string): Promise<number> {
  const log: string[] = await (await request.get(`${url}/runs.json`)).json();
  return log.filter((line) => line === name).length;
}
