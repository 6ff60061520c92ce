import type { Locator, Page } from '@playwright/test';
import { isSubmission } from '../e2e/pages.js';
import type { Finding } from './checks.js';

/** Milliseconds that a page may take to answer a key: long, for machines that have much to do. */
const patience = 5000;

/** A4: each link of the summary gives its control the focus, and what it is called is in view, under no sticky header. */
export async function findLostLinks(page: Page): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const link of await page.locator('[data-action-summary] a').all()) {
    await link.click();
    const what = await page.evaluate(lookAtTarget, await link.getAttribute('href'));
    if (what) findings.push({ check: 'summary-link', what, where: await link.innerText() });
  }
  return findings;
}

/** A4, WCAG 2.4.11: back from the last control of the form to its first, by the Tab key, nothing lies on what has the focus. */
export async function findCoveredFocus(page: Page): Promise<Finding[]> {
  const findings: Finding[] = [];
  await page.locator('main form button').filter({ visible: true }).last().focus();
  for (;;) {
    const place = await page.evaluate(lookAtFocus);
    if (!place) return findings;
    if (place.isCovered) findings.push({ check: 'focus-covered', what: 'something lies on it', where: place.where });
    await page.keyboard.press('Shift+Tab');
  }
}

/** A9: to change a control does nothing but that: nothing is sent, nothing opens, the focus stays. */
export async function findSurprises(page: Page): Promise<Finding[]> {
  const findings: Finding[] = [];
  const sent: string[] = [];
  // that a field is checked once it has failed is no surprise
  page.on('request', (request) => (isSubmission(request) || request.isNavigationRequest()) && sent.push(request.url()));
  const controls = page.locator('main form :is(input:not([type=hidden], [type=file]), select, textarea)');
  for (const control of await controls.filter({ visible: true }).all()) {
    const where = (await control.getAttribute('name')) ?? '';
    const before = await page.evaluate(() => location.href);
    await changeByKey(control);
    // what a page does about it, it does in a task of its own
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    const hasFocus = await control.evaluate((element) => element === document.activeElement).catch(() => false);
    if (!hasFocus) findings.push({ check: 'on-input', what: 'the focus went elsewhere', where });
    const request = sent.pop() ?? (page.url() === before ? undefined : page.url());
    if (request === undefined) continue;
    findings.push({ check: 'on-input', what: `a request for ${new URL(request).pathname}`, where });
    return findings;
  }
  return findings;
}

/** A8: when the last row of a list goes, the focus goes to the list's button that adds one. */
export async function findLostRowFocus(page: Page): Promise<Finding[]> {
  const list = page.locator('[data-action-list]').first();
  const rows = list.locator('[data-action-row]');
  const count = await rows.count();
  await list
    .getByRole('button', { name: /^Remove: / })
    .last()
    .click();
  const isGone = await holds(page, ([selector, before]) => document.querySelectorAll(selector).length < before, [
    '[data-action-list] [data-action-row]',
    count,
  ] as const);
  if (!isGone) return [{ check: 'row-focus', what: 'the row is still there', where: 'the last row' }];
  const isLost = !(await holds(
    page,
    () => document.activeElement?.matches('[data-action-list] > [data-action-add]') === true,
    undefined,
  ));
  return isLost ? [{ check: 'row-focus', what: 'the focus is lost', where: 'the last row' }] : [];
}

/** A8: while an answer is awaited that is said, and the button that was pressed keeps the focus. The answer never comes. */
export async function findSilentWait(page: Page, button: Locator): Promise<Finding[]> {
  const where = await button.innerText();
  await page.route('**/_actions/**', () => undefined);
  await button.focus();
  await page.keyboard.press('Enter');
  const findings: Finding[] = [];
  const isBusy = await holds(page, () => document.querySelector('form[aria-busy=true]') !== null, undefined);
  if (!isBusy) findings.push({ check: 'pending', what: 'the form is not busy', where });
  const isSaid = await holds(
    page,
    (before) => document.querySelector('[data-action-pending]')?.textContent.trim() !== before,
    where,
  );
  if (!isSaid) findings.push({ check: 'pending', what: 'the button says the same', where });
  const hasFocus = await page.evaluate(() => document.activeElement?.matches('[data-action-pending]:enabled'));
  if (!hasFocus) findings.push({ check: 'pending', what: 'the button has lost the focus', where });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return findings;
}

/** Runs in the page: what is wrong with where a link has led; nothing, or one thing. */
function lookAtTarget(href: string | null): string | undefined {
  const target = document.getElementById(href?.slice(1) ?? '');
  if (!target || document.activeElement !== target) return 'its control has no focus';
  const group = target.matches('[type=radio], [type=checkbox]') ? target.closest('fieldset') : null;
  const label = group?.querySelector('legend') ?? document.querySelector(`label[for="${target.id}"]`);
  for (const part of label ? [label, target] : [target]) {
    const { left, top, bottom, width } = part.getBoundingClientRect();
    const seen = [top + 1, bottom - 1].map((y) => document.elementFromPoint(left + Math.min(width / 2, 10), y));
    if (!seen.every((element) => element !== null && (part.contains(element) || element.contains(part)))) {
      return part === label ? 'the label is out of view' : 'the control is out of view';
    }
  }
  return undefined;
}

/** Runs in the page: what has the focus, and whether something lies on it; nothing, once that is in no form. */
function lookAtFocus(): { where: string; isCovered: boolean } | undefined {
  const { activeElement: active } = document;
  if (!active?.closest('main form')) return undefined;
  const { left, top, bottom, width } = active.getBoundingClientRect();
  const seen = [top + 1, bottom - 1].map((y) => document.elementFromPoint(left + Math.min(width / 2, 10), y));
  return {
    where: active.id || active.getAttribute('aria-label') || active.textContent.trim(),
    isCovered: !seen.every((element) => element !== null && (active.contains(element) || element.contains(active))),
  };
}

async function changeByKey(control: Locator): Promise<void> {
  const type = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.localName,
  );
  await control.focus();
  if (type === 'radio' || type === 'checkbox') await control.press('Space');
  else if (type === 'select' || type === 'range') await control.press('ArrowDown');
  else await control.pressSequentially('1');
}

async function holds<T>(page: Page, condition: (given: T) => boolean, given: T): Promise<boolean> {
  // why: Playwright types what it passes on as what comes out of JSON
  const wait = page.waitForFunction(condition as (given: unknown) => boolean, given, { timeout: patience });
  return wait.then(
    () => true,
    () => false,
  );
}
