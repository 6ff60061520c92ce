import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { askedOf, byRules, checked, checks, rules, watching } from './support/live.js';
import { choices, openOrder } from './support/live-order.js';
import { orderForm, type OrderFormOptions } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const open = (mode?: string, options?: OrderFormOptions) => openOrder(studio, mode, options);

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
    const island = await open();
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
    const island = await open();
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
    const island = await open();
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
    const island = await open();
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
    const island = await open();
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
