import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { askedOf, byRules, checked, checks, rules, watchFields } from './support/live.js';
import { allRules, choices, openOrder } from './support/live-order.js';
import type { OrderFormOptions } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const open = (mode?: string, options?: OrderFormOptions) => openOrder(studio, mode, options);

const email = '#order-email-error';
const note = '#order-note-error';

describe('E16 live', () => {
  test('E16 a field has no error before it is left; once it shows one it is live', async () => {
    const island = await open('blur');
    const { page } = island;
    await page.locator('[name=email]').pressSequentially('abc');
    await page.waitForTimeout(500);
    expect(island.calls).toHaveLength(0);
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, email)).toEqual({ text: 'Enter an email address', hidden: false });
    expect(await page.locator('#order-email').getAttribute('aria-invalid')).toBe('true');
    expect([await focused(island), await page.title()]).toEqual(['order-note', 'Checkout']);
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    await page.focus('[name=email]');
    await checked(island, () => page.keyboard.type('@'));
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(await focused(island)).toBe('order-email');
  });

  test('E16 only what was edited is checked: a field that was passed by has no error', async () => {
    const island = await open('blur');
    const { page } = island;
    await page.focus('[name=email]');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(checks(island)).toEqual([['note']]);
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
  });

  test('E16 `input`: after it was left once, also while it is right', async () => {
    const island = await open('input');
    const { page } = island;
    await page.fill('[name=email]', 'a@b');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, email)).toMatchObject({ hidden: true });
    await checked(island, () => page.fill('[name=email]', 'ab'));
    expect(await said(island, email)).toMatchObject({ text: 'Enter an email address' });
  });

  test('E16 radio, select and checkbox are checked at once', async () => {
    const island = await open('blur', { fields: choices });
    const { page } = island;
    await checked(island, () => page.check('[value=red]'));
    expect(await said(island, '#order-color-error')).toEqual({ text: 'Not that one', hidden: false });
    expect(await page.locator('fieldset').getAttribute('aria-invalid')).toBe('true');
    await checked(island, () => page.selectOption('[name=size]', 'M'));
    expect(await said(island, '[data-action-errors=size]')).toMatchObject({ text: 'Too small' });
    await checked(island, () => page.uncheck('[name=news]'));
    expect(await said(island, '[data-action-errors=news]')).toMatchObject({ text: 'Agree' });
    await checked(island, () => page.check('[value=blue]'));
    expect(await said(island, '#order-color-error')).toMatchObject({ hidden: true });
  });

  test('E16 one request is under way; what is edited meanwhile comes with the next; stale answers are dropped', async () => {
    const island = await open('blur', { fields: choices });
    const { page } = island;
    const releases: (() => void)[] = [];
    island.answer(async (request) => {
      const reply = allRules(request);
      await new Promise<void>((resolve) => releases.push(resolve));
      return reply;
    });
    await page.fill('[name=email]', 'abc');
    await page.keyboard.press('Tab');
    await eventually(() => releases.length).toBe(1);
    await page.keyboard.type('x');
    await page.check('[value=red]');
    await page.fill('[name=email]', 'ada@example.org');
    await page.selectOption('[name=size]', 'M');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(400);
    expect(checks(island)).toEqual([['email']]);
    releases[0]!();
    await eventually(() => releases.length).toBe(2);
    expect(checks(island)[1]?.toSorted()).toEqual(['color', 'email', 'note', 'size']);
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    releases[1]!();
    await eventually(() => said(island, note)).toMatchObject({ text: 'Too short' });
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
  });

  test('E16 a blur that a press on the submit button causes sends none, however long the press', async () => {
    const island = await open('blur');
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    await page.hover('[type=submit]');
    await page.mouse.down();
    await page.waitForTimeout(700);
    expect(island.calls).toHaveLength(0);
    await submitted(island, () => page.mouse.up());
    expect(island.calls.map(askedOf)).toEqual([undefined]);
  });

  test('E16 a press that submits nothing was a blur all the same', async () => {
    const island = await open('blur');
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    await page.hover('[type=submit]');
    await page.mouse.down();
    await page.mouse.move(0, 0);
    await checked(island, () => page.mouse.up());
    expect(await said(island, email)).toMatchObject({ text: 'Enter an email address' });
  });

  test('E16 Enter sends the form alone', async () => {
    const island = await open('blur');
    await island.page.fill('[name=email]', 'abc');
    await submitted(island, () => island.page.keyboard.press('Enter'));
    await island.page.waitForTimeout(500);
    expect(island.calls.map(askedOf)).toEqual([undefined]);
  });

  test('E16 a submit calls off the check that is under way', async () => {
    const island = await open('blur');
    const { page } = island;
    const releases: (() => void)[] = [];
    island.answer(async (request) => {
      if (!askedOf(request)) return { status: 204 };
      await new Promise<void>((resolve) => releases.push(resolve));
      return rules(request);
    });
    await page.fill('[name=email]', 'abc');
    await page.keyboard.press('Tab');
    await eventually(() => releases.length).toBe(1);
    await submitted(island, () => page.click('[type=submit]'));
    releases[0]!();
    await page.waitForTimeout(100);
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(island.uncaught).toEqual([]);
  });

  test('E16 a field may say otherwise than its form', async () => {
    const fields = `<input name="code" data-action-validate="blur"><p data-action-errors="code" hidden></p>`;
    const island = await open(undefined, { fields });
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    await page.fill('[name=code]', '1');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(checks(island)).toEqual([['code']]);
  });

  test('E16 what a check found wrong is checked again with other fields: it may be about them', async () => {
    const island = await open('blur', { fields: '<input name="again"><p data-action-errors="again" hidden></p>' });
    const { page } = island;
    island.answer(
      byRules({ again: (value, form) => (value === form.get('email') ? undefined : 'These are not the same') }),
    );
    await page.fill('[name=email]', 'a@c');
    await checked(island, () => page.fill('[name=again]', 'a@b'));
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, '[data-action-errors=again]')).toMatchObject({ text: 'These are not the same' });
    await page.fill('[name=email]', 'a@b');
    await checked(island, () => page.keyboard.press('Tab'));
    expect(await said(island, '[data-action-errors=again]')).toMatchObject({ hidden: true });
  });

  test.each([
    ['after a success', (island: Island) => submitted(island, () => island.page.click('[type=submit]'))],
    ['after a reset', ({ page }: Island) => page.evaluate(() => document.forms[0]!.reset())],
  ])('E16 %s what was edited is forgotten', async (_, act) => {
    const island = await open('blur');
    const { page } = island;
    island.answer({ status: 204 });
    await page.fill('[name=email]', 'abc');
    await act(island);
    await page.focus('[name=email]');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    island.answer(rules);
    const before = checks(island).length;
    await checked(island, () => page.keyboard.press('Tab'));
    expect(checks(island).slice(before)).toEqual([['note']]);
  });

  test('E16 leaving the window is not leaving the field', async () => {
    const island = await open('blur');
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    // What a browser sends when its window goes: the focus stays where it is.
    await page.locator('[name=email]').dispatchEvent('focusout');
    await page.waitForTimeout(400);
    expect(island.calls).toHaveLength(0);
    await checked(island, () => page.keyboard.press('Tab'));
  });

  test('E16 several copies of the part send one request', async () => {
    const island = await open('blur');
    await watchFields(island);
    await island.page.fill('[name=email]', 'abc');
    await checked(island, () => island.page.keyboard.press('Tab'));
    await island.page.waitForTimeout(100);
    expect(checks(island)).toEqual([['email']]);
  });
});
