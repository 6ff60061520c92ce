import { expect, type Locator, type Page, type Request, type Response } from '@playwright/test';
import { type Mode, test } from './support.js';

/** A page as it comes, or the same without `enhance`. */
export interface PageKind {
  /** Path of the page in this kind. */
  at: (path: string) => string;
  /** Whether the island answers in this mode, so that the page stays where it is. */
  hasIsland: (mode: Mode) => boolean;
}

/**
 * Declares tests for a page with `enhance` in every mode, and for the same page without it. What a person sees in the
 * end has to be the same. The latter has no script at all (no-script.spec.ts), so that one mode tells of all.
 */
export function onBothKinds(declare: (kind: PageKind) => void): void {
  test.describe('page with enhance', () => declare({ at: (path) => path, hasIsland: (mode) => mode === 'on' }));
  test.describe('page without enhance', () => {
    test.skip(({ mode }) => mode !== 'off', 'There is no script that could make a difference');
    declare({ at: withoutEnhance, hasIsland: () => false });
  });
}

export function withoutEnhance(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}js=off`;
}

/** Clicks a button and gives the answer to the post that follows, of the browser or of the island. */
export async function send(page: Page, button: string | Locator): Promise<Response> {
  const control = typeof button === 'string' ? page.getByRole('button', { name: button, exact: true }) : button;
  const [response] = await Promise.all([
    page.waitForResponse((answer) => isSubmission(answer.request())),
    control.click(),
  ]);
  return response;
}

/** Paths of all posts that leave a page from now on, in order. */
export function watchPosts(page: Page): string[] {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (isSubmission(request)) posts.push(new URL(request.url()).pathname);
  });
  return posts;
}

/** A post that is no check of single fields. */
export function isSubmission(request: Request): boolean {
  return request.method() === 'POST' && !('x-action-validate' in request.headers());
}

/** Leaves a mark in the document that does not outlive it; the returned function says whether it is still there. */
export async function markDocument(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-mark'));
}

/** Types a text into a control, also one that its type would refuse. */
export async function forceValue(control: Locator, value: string): Promise<void> {
  await control.evaluate((element, text) => {
    element.setAttribute('type', 'text');
    // why: only inputs are asked for
    (element as HTMLInputElement).value = text;
  }, value);
}

/** What a `<pre id>` of the fixture's pages holds as JSON, once it is no longer `null`. */
export async function readJson(page: Page, id: string): Promise<unknown> {
  await expect(page.locator(`#${id}`)).not.toHaveText('null');
  return JSON.parse(await page.locator(`#${id}`).innerText());
}
