import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { askedOf, byRules, checked, checks, liveForm, openLive, rules, watchFields } from './support/live.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const open = (body: string, options?: { head: string }) => openLive(studio, body, options);

const email = '#order-email-error';
const note = '#order-note-error';

/** What the polite region has said, in order. */
async function hear({ page }: Island): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target instanceof Element ? target : target.parentElement;
        if (region?.role === 'status' && region.textContent) heard.push(region.textContent.trim());
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard'));
}

describe('E17 nothing is taken from who is typing', () => {
  test('E17 focus, caret and scroll survive what is written around a field; its value is never touched', async () => {
    const island = await open(`<div style="height:1500px"></div>${liveForm()}<div style="height:2000px"></div>`);
    const { page } = island;
    await submitted(island, () => page.click('[type=submit]'));
    await page.fill('[name=note]', 'a long text');
    await page.locator('[name=note]').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 4));
    const state = () =>
      page.locator('[name=note]').evaluate((area: HTMLTextAreaElement) => ({
        value: area.value,
        selection: [area.selectionStart, area.selectionEnd],
        hasFocus: document.activeElement === area,
        top: Math.round(area.getBoundingClientRect().top),
      }));
    await eventually(() => said(island, note)).toMatchObject({ hidden: true });
    const before = await state();
    await checked(island, () =>
      page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('[name=email]')!;
        input.value = 'ada@example.org';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    await eventually(() => said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await state()).toEqual(before);
    expect(before).toMatchObject({ value: 'a long text', selection: [2, 4], hasFocus: true });
  });

  test('E17 a summary that somebody is in stays as it is until the focus has left it', async () => {
    const island = await open(liveForm());
    const { page } = island;
    await submitted(island, () => page.click('[type=submit]'));
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    island.answer(async (request) => {
      await gate;
      return rules(request);
    });
    await page.fill('[name=email]', 'ada@example.org');
    await eventually(() => checks(island).length).toBe(1);
    await page.focus('[data-action-summary] li:first-child a');
    release();
    await eventually(() => said(island, email)).toMatchObject({ hidden: true });
    expect(await page.locator('[data-action-summary] li').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
  });
});

describe('E27 errors that the server has rendered', () => {
  const failed = () =>
    orderForm({ emailError: 'Enter an email address', email: 'abc' }).replace('<title>', '<title>Error: ');

  test('E27 are taken over: nothing is written or said until a field is edited; then its error goes, with the rest', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer(rules);
    await island.open(failed());
    await page.evaluate(() => {
      document.title = 'Error: Checkout';
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver((seen) => changes.push(...seen.map(({ type }) => type))).observe(document, {
        attributes: true,
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    await watchFields(island);
    await page.focus('[name=note]');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toEqual([]);
    expect(island.calls).toHaveLength(0);
    await checked(island, () => page.fill('[name=email]', 'ada@example.org'));
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await page.title()).toBe('Checkout');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
  });
});

describe('A3, A8 what assistive technology has of it', () => {
  test('A3 aria-invalid is on fields that failed, and on none that were not left', async () => {
    const island = await open(liveForm());
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await page.locator('[aria-invalid]').evaluateAll((all) => all.map(({ id }) => id))).toEqual(['order-email']);
    await checked(island, () => page.fill('[name=email]', 'a@b'));
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
  });

  test('A8 an error that appears is said once, politely; that it is still there, or gone, is not', async () => {
    const island = await open(liveForm());
    const { page } = island;
    const heard = await hear(island);
    await page.fill('[name=email]', 'abc');
    await checked(island, () => page.keyboard.press('Tab'));
    await eventually(heard).toEqual(['Enter an email address']);
    await checked(island, () => page.fill('[name=email]', 'abcd'));
    await checked(island, () => page.fill('[name=email]', 'a@b'));
    await page.waitForTimeout(200);
    expect(await heard()).toEqual(['Enter an email address']);
    expect(await focused(island)).toBe('order-email');
  });

  test('A8 errors that appear together are said together', async () => {
    const island = await open(liveForm());
    const heard = await hear(island);
    await checked(island, () =>
      island.page.evaluate(() => {
        for (const field of document.querySelectorAll('[name=email],[name=note]'))
          field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    await eventually(heard).toEqual(['Enter an email address\nToo short']);
  });

  test('A8 in an open dialog it is said inside of it', async () => {
    const island = await open(`<dialog>${liveForm()}</dialog>`);
    const { page } = island;
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await page.fill('[name=email]', 'abc');
    await checked(island, () => page.keyboard.press('Tab'));
    await eventually(() => page.locator('dialog > [role=status]').textContent()).toContain('Enter an email address');
  });

  test('A8 what a submit shows is said by the focus alone', async () => {
    const island = await open(liveForm());
    const heard = await hear(island);
    await submitted(island, () => island.page.click('[type=submit]'));
    await island.page.waitForTimeout(200);
    expect(await heard()).toEqual([]);
    expect(await focused(island)).toBe('data-action-summary');
    expect(island.calls.map(askedOf)).toEqual([undefined]);
  });
});

test('E16 what was asked of a row is not shown at another one that has its number by then', async () => {
  const row = (index: number) =>
    `<div data-action-row="items[${index}]"><input name="items[${index}].sku" value="${index === 2 ? 'good' : ''}" data-action-control="items[${index}].sku">
      <p data-action-errors="items[${index}].sku" hidden></p>
      <div><button name="_action_intent" value='["remove","items",${index}]' formnovalidate data-action-native>Remove ${index}</button></div></div>`;
  const fields = `<fieldset id="order-items" data-action-list="items" data-action-control="items"><legend>Items</legend>
    ${[0, 1, 2].map(row).join('')}<template data-action-row-template="Item">${row(999999999)}</template></fieldset>`;
  const island = await open(liveForm({ fields }));
  const { page } = island;
  const releases: (() => void)[] = [];
  island.answer(async (request) => {
    const reply = byRules({ 'items[1].sku': (value) => (value === 'bad' ? 'Not that one' : undefined) })(request);
    await new Promise<void>((resolve) => releases.push(resolve));
    return reply;
  });
  await page.fill('[name="items[1].sku"]', 'bad');
  await page.keyboard.press('Tab');
  await eventually(() => releases.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Remove 0' }).click();
  expect(await page.inputValue('[name="items[1].sku"]')).toBe('good');
  for (const release of releases) release();
  await page.waitForTimeout(500);
  for (const release of releases) release();
  expect(await page.locator('[data-action-errors="items[1].sku"]').textContent()).toBe('');
});
