import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { askedOf, byRules, checked, checks, orderRules, watchFields, watching } from './support/live.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const rules = byRules(orderRules);
const allRules = byRules({
  ...orderRules,
  color: (value) => (value === 'blue' ? undefined : 'Not that one'),
  size: (value) => (value === 'L' ? undefined : 'Too small'),
  news: (value) => (value ? undefined : 'Agree'),
});

const choices = `<fieldset data-action-control="color" aria-describedby="order-color-error">
    <input type="radio" name="color" value="red"><input type="radio" name="color" value="blue">
    <p id="order-color-error" data-action-errors="color" hidden></p></fieldset>
  <select name="size"><option>S</option><option>M</option><option>L</option></select><p data-action-errors="size" hidden></p>
  <input type="checkbox" name="news" checked><p data-action-errors="news" hidden></p>`;

/** An order form whose fields are checked as `mode` says. */
async function open(mode: string | undefined, options: Parameters<typeof orderForm>[0] = {}): Promise<Island> {
  const island = await studio.island();
  island.answer(options.fields === choices ? allRules : rules);
  const attributes = `${mode === undefined ? '' : `data-action-validate="${mode}"`} ${options.attributes ?? ''}`;
  await island.open(orderForm({ ...options, attributes }));
  await watchFields(island);
  return island;
}

/** Sends the form as it is, and waits until what is wrong is shown and fields are watched. */
async function fail(island: Island): Promise<void> {
  await submitted(island, () => island.page.click('[type=submit]'));
  await watching(island);
}

const items = ({ page }: Island) => page.locator('[data-action-summary] li').allTextContents();
const email = '#order-email-error';
const note = '#order-note-error';

describe('E15 a field whose error is shown is edited', () => {
  test('E15 its error goes once it checks out; others stay; summary and title go with the last', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer(rules);
    await island.open(orderForm());
    await fail(island);
    expect(await items(island)).toEqual(['Enter an email address', 'Too short']);
    await checked(island, () => page.fill('[name=email]', 'ada@example.org'));
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(await said(island, note)).toEqual({ text: 'Too short', hidden: false });
    expect(await items(island)).toEqual(['Too short']);
    expect(await page.title()).toBe('Error: Checkout');
    await checked(island, () => page.fill('[name=note]', 'hello'));
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await page.title()).toBe('Checkout');
    expect(checks(island)).toEqual([['email'], ['note']]);
  });

  test('E15 while it does not check out its error stays, in the words that now fit, also in the summary', async () => {
    const island = await open(undefined);
    island.answer(
      byRules({ note: (value) => (value.length < 2 ? 'Too short' : value.length < 9 ? 'Nearly|Go on' : undefined) }),
    );
    await fail(island);
    await checked(island, () => island.page.fill('[name=note]', 'abc'));
    expect(await said(island, note)).toEqual({ text: 'Nearly\nGo on', hidden: false });
    expect(await items(island)).toEqual(['Nearly']);
    await checked(island, () => island.page.fill('[name=note]', 'a'));
    expect(await items(island)).toEqual(['Too short']);
    expect(await island.page.locator('#order-note').getAttribute('aria-invalid')).toBe('true');
  });

  test('E15 an error of a handler goes as well, and one of the form as a whole stays', async () => {
    const island = await open(undefined);
    const { page } = island;
    const said422 = JSON.stringify({
      type: 'AstroActionInputError',
      code: 'CONFLICT',
      issues: [
        { path: ['email'], message: 'Already taken', code: 'custom' },
        { path: [], message: 'Not today', code: 'custom' },
      ],
    });
    island.answer((request) => (askedOf(request) ? rules(request) : { status: 409, body: said422 }));
    await fail(island);
    await checked(island, () => page.fill('[name=email]', 'bo@example.org'));
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect([await items(island), await page.title()]).toEqual([['Not today'], 'Error: Checkout']);
  });

  test('E15 nothing is checked before the first failure', async () => {
    const island = await open(undefined, { fields: choices });
    const { page } = island;
    await page.fill('[name=email]', 'abc');
    await page.check('[value=red]');
    await page.fill('[name=note]', 'x');
    await page.waitForTimeout(500);
    expect(island.calls).toHaveLength(0);
    await fail(island);
    await checked(island, () => page.fill('[name=email]', 'a@b'));
    expect(checks(island)).toEqual([['email']]);
  });

  test('E15 with `false` errors stay until the next submit', async () => {
    const island = await open('false');
    await fail(island);
    await island.page.fill('[name=email]', 'ada@example.org');
    await island.page.fill('[name=note]', 'hello');
    await island.page.waitForTimeout(500);
    expect(checks(island)).toEqual([]);
    await fail(island);
    expect(await said(island, email)).toMatchObject({ hidden: true });
  });

  test('E15 a control without hooks: its error goes from the summary, and the mark from the control', async () => {
    const island = await open(undefined, { fields: '<input name="code" id="code"><input name="rest[]">' });
    const { page } = island;
    island.answer(byRules({ code: (value) => (value ? undefined : 'Enter the code') }));
    await fail(island);
    expect(await items(island)).toEqual(['Enter the code']);
    await checked(island, () => page.fill('#code', '1'));
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
  });

  test('E15 what was edited while the submission was under way is checked after it', async () => {
    const island = await open(undefined);
    const { page } = island;
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    island.answer(async (request) => {
      if (!askedOf(request)) await gate;
      return rules(request);
    });
    await page.click('[type=submit]');
    await page.fill('[name=email]', 'ada@example.org');
    await page.focus('[name=note]');
    await checked(island, async () => release());
    expect(checks(island)).toEqual([['email']]);
    expect(await said(island, email)).toEqual({ text: '', hidden: true });
    expect(await said(island, note)).toMatchObject({ hidden: false });
  });

  test('E15 files are not sent; a file that was chosen takes the error of its field away', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer(byRules({ email: () => 'No', photo: () => 'Choose a photo' }));
    const fields = '<input type="file" name="photo" id="photo"><p data-action-errors="photo" hidden></p>';
    await island.open(orderForm({ fields, attributes: 'enctype="multipart/form-data"' }));
    await fail(island);
    await page.setInputFiles('#photo', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('pixels') });
    await eventually(() => said(island, '[data-action-errors=photo]')).toEqual({ text: '', hidden: true });
    expect(checks(island)).toEqual([]);
    await checked(island, () => page.fill('[name=email]', 'b'));
    expect(island.calls.at(-1)).toMatchObject({ headers: { 'content-type': expect.stringContaining('urlencoded') } });
    expect(island.calls.at(-1)?.body).not.toMatch(/photo|pixels/);
  });

  test('E15 the sealed record is sent, the one-time key is not', async () => {
    const island = await open(undefined, { fields: '<input type="hidden" name="_action_key" value="key">' });
    await fail(island);
    await checked(island, () => island.page.fill('[name=email]', 'a@b'));
    expect(island.calls.at(-1)?.body).toContain('_action_form=sealed');
    expect(island.calls.at(-1)?.body).not.toContain('_action_key');
  });

  test.each([
    ['no connection', { drop: true }],
    ['a guard that refuses', { status: 429, body: '{"type":"AstroActionError","code":"TOO_MANY_REQUESTS"}' }],
    [
      'a guard with messages beside fields',
      { status: 403, body: '{"type":"AstroActionInputError","issues":[{"path":["note"],"message":"x"}]}' },
    ],
    ['a login page', { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Log in</h1>' }],
    ['an answer of another kind', { status: 200, body: 'null' }],
  ])('E15 %s is silent, changes nothing, and keeps no later check from being made', async (_, reply) => {
    const island = await open(undefined);
    await fail(island);
    island.answer((request) => (askedOf(request) ? reply : rules(request)));
    await island.page.fill('[name=email]', 'ada@example.org');
    // A browser may try again by itself what it could not send.
    await eventually(() => checks(island).length).toBeGreaterThan(0);
    await island.page.waitForTimeout(100);
    expect(await items(island)).toEqual(['Enter an email address', 'Too short']);
    island.answer(rules);
    await checked(island, () => island.page.fill('[name=email]', 'a@b'));
    expect(await items(island)).toEqual(['Too short']);
    expect(island.uncaught).toEqual([]);
  });

  test('E15 an app that runs actions before any middleware: 204 is right, 400 is wrong', async () => {
    const island = await open(undefined);
    await fail(island);
    island.answer({
      status: 400,
      body: '{"type":"AstroActionInputError","issues":[{"path":["note"],"name":"note","message":"Still"}]}',
    });
    await checked(island, () => island.page.fill('[name=note]', 'x'));
    expect(await said(island, note)).toMatchObject({ text: 'Still' });
    island.answer({ status: 204 });
    await checked(island, () => island.page.fill('[name=note]', 'xyz'));
    expect(await said(island, note)).toMatchObject({ hidden: true });
  });
});

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
