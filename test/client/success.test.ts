import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, inputError, startStudio, success, type Reply, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const thanks: Reply = { status: 204, headers: { 'X-Action-Message': encodeURIComponent('Thank you – done') } };

/** Every value of the form, as it would be sent. */
function values(island: { page: import('playwright').Page }): Promise<Record<string, string[]>> {
  return island.page.evaluate(() => {
    const all: Record<string, string[]> = {};
    for (const [name, value] of new FormData(document.forms[0])) (all[name] ??= []).push(String(value));
    return all;
  });
}

const manyFields = `
  <input type="checkbox" name="news" value="true"><input type="radio" name="color" value="red" checked>
  <input type="radio" name="color" value="blue"><input type="password" name="secret">
  <select name="size"><option>S</option><option selected>M</option><option>L</option></select>
  <select name="many" multiple><option>a</option><option selected>b</option></select>`;

/** A router that takes clicks on links, as ClientRouter does: it notes where to, in `window.routed`, and goes nowhere. */
function routeLinks(page: import('playwright').Page): Promise<void> {
  return page.evaluate(() => {
    document.addEventListener('click', (event) => {
      const link = event.composedPath()[0];
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      Object.assign(window, { routed: link.href });
    });
  });
}

async function fillIn(page: import('playwright').Page): Promise<void> {
  await page.fill('[name=email]', 'ada@example.org');
  await page.fill('[name=note]', 'hello');
  await page.check('[name=news]');
  await page.check('[value=blue]');
  await page.fill('[name=secret]', 'hunter2');
  await page.selectOption('[name=size]', 'L');
  await page.selectOption('[name=many]', ['a']);
}

describe('E1 valid', () => {
  test('E1 no navigation, events in order with data and message, status announced once', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    await page.evaluate(() => {
      const texts: string[] = [];
      Object.assign(window, { texts });
      const status = document.querySelector('[role=status]')!;
      new MutationObserver(() => texts.push(status.textContent ?? '')).observe(status, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    const announced = () => page.evaluate(() => (window as unknown as { texts: string[] }).texts.filter(Boolean)); // why: set above
    const data = { id: 7, tags: ['a'], at: new Date(0) };
    island.answer(success(data, thanks.headers));
    await submitted(island);
    expect(await announced()).toEqual(['Thank you – done']);
    await submitted(island);
    expect(await announced()).toEqual(['Thank you – done', 'Thank you – done']);
    expect((await island.eventTypes()).slice(0, 3)).toEqual(['submit', 'success', 'end']);
    expect((await island.events())[1]?.detail).toEqual({
      action: 'order',
      data,
      message: 'Thank you – done',
      location: undefined,
    });
    expect(page.url()).toBe(`${island.origin}/`);
    expect(island.visits).toEqual([]);
  });

  test('E1 without a message the status says what its hook has for a success', async () => {
    const island = await studio.island();
    await island.open(orderForm().replace('data-action-status=""', 'data-action-status="Saved"'));
    island.answer({ status: 204 });
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Saved' });
  });

  test('E1 clear: back to the page’s defaults', async () => {
    const island = await studio.island();
    await island.open(orderForm({ fields: manyFields }));
    const before = await values(island);
    await fillIn(island.page);
    await submitted(island);
    expect(await values(island)).toEqual(before);
  });

  test('E1 clear after an enhanced failure: back to the page’s defaults', async () => {
    const island = await studio.island();
    await island.open(orderForm({ fields: manyFields, email: 'default@example.org' }));
    const before = await values(island);
    await fillIn(island.page);
    island.answer(inputError({ path: ['email'], message: 'No' }));
    await submitted(island);
    island.answer({ status: 204 });
    await submitted(island);
    expect(await values(island)).toEqual(before);
  });

  test('E1 clear after a native failure: what was typed is no default, and the record stays', async () => {
    const island = await studio.island();
    const fields = manyFields.replace('name="news"', 'name="news" checked').replace('<option>L', '<option selected>L');
    await island.open(orderForm({ fields, email: 'abc', emailError: 'Enter an email address' }));
    await fillIn(island.page);
    await submitted(island);
    expect(await values(island)).toEqual({
      _action_form: ['sealed'],
      email: [''],
      note: [''],
      secret: [''],
      size: ['S'],
    });
    await fillIn(island.page);
    await submitted(island);
    expect(await values(island)).toMatchObject({ email: [''], size: ['S'] });
  });

  test('E1 keep: what was sent is the new default, passwords are emptied', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm({ fields: manyFields, reset: 'keep' }));
    await fillIn(page);
    const typed = await values(island);
    await submitted(island);
    expect(await values(island)).toEqual({ ...typed, secret: [''] });
    await page.fill('[name=note]', 'something else');
    await page.uncheck('[name=news]');
    await page.check('[value=red]');
    await page.selectOption('[name=size]', 'S');
    await page.evaluate(() => document.forms[0]?.reset());
    expect(await values(island)).toEqual({ ...typed, secret: [''] });
  });

  test('E1 without data-action-reset only passwords and files are emptied', async () => {
    const island = await studio.island();
    await island.open(orderForm({ fields: manyFields }).replace('data-action-reset="clear"', ''));
    await fillIn(island.page);
    const typed = await values(island);
    await submitted(island);
    expect(await values(island)).toEqual({ ...typed, secret: [''] });
  });

  test('E17 a text that is edited again while it is sent is not taken away', async () => {
    const island = await studio.island();
    const { page } = island;
    island.answer({ ...thanks, delay: 300 });
    await island.open(orderForm());
    await page.fill('[name=email]', 'ada@example.org');
    await submitted(island, async () => {
      await page.click('button');
      await page.fill('[name=note]', 'the next one');
      await page.keyboard.press('ArrowLeft');
    });
    expect(await values(island)).toMatchObject({ email: [''], note: ['the next one'] });
    expect(await page.locator('[name=note]').evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(11);
  });

  test('E17 all texts that are edited again while they are sent stay, those without a caret too; others are reset', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held(thanks);
    island.answer(responder);
    await island.open(orderForm({ fields: '<input name="count" type="number"><input name="code">' }));
    for (const name of ['count', 'email', 'note', 'code'])
      await page.fill(`[name=${name}]`, name === 'count' ? '1' : 'one');
    await submitted(island, async () => {
      await page.click('button');
      await page.fill('[name=note]', 'two');
      await page.fill('[name=count]', '2');
      await page.fill('[name=email]', 'two');
      release();
    });
    expect(await values(island)).toMatchObject({ email: ['two'], note: ['two'], count: ['2'], code: [''] });
    expect(await focused(island)).toBe('order-email');
  });

  test('E20 what is edited while it is sent is no default, and counts as changed', async () => {
    const island = await studio.island();
    const { page } = island;
    const { responder, release } = held();
    island.answer(responder);
    const fields = `<input name="gift" type="checkbox"><input name="paper" type="checkbox">
      <select name="size"><option>S</option><option>M</option><option>L</option></select>`;
    await island.open(orderForm({ reset: 'keep', fields, attributes: 'data-action-unsaved="mark"' }));
    await page.fill('[name=note]', 'one');
    await page.fill('[name=email]', 'ada@example.org');
    await page.check('[name=paper]');
    await page.selectOption('[name=size]', 'M');
    await submitted(island, async () => {
      await page.click('button');
      await page.fill('[name=note]', 'one and more');
      await page.check('[name=gift]');
      await page.selectOption('[name=size]', 'L');
      release();
    });
    const dirty = page.locator('[name][data-action-dirty]');
    expect(await dirty.evaluateAll((all) => all.map((each) => each.getAttribute('name')))).toEqual([
      'note',
      'gift',
      'size',
    ]);
    await page.evaluate(() => document.forms[0]!.reset());
    const shown = { email: ['ada@example.org'], note: ['one'], size: ['M'], paper: ['on'] };
    expect(await values(island)).toMatchObject(shown);
    expect(await page.isChecked('[name=gift]')).toBe(false);
  });
});

describe('E3 redirect', () => {
  test.each([
    ['another page', '/thanks?id=7', '/thanks?id=7'],
    ['a full address', 'ORIGIN/thanks', '/thanks'],
    ['a fragment of another page', '/thanks#end', '/thanks#end'],
    ['the same page', '/', '/'],
    ['a fragment of the same page', '/#entries', '/#entries'],
  ])('E3 to %s: the page is loaded', async (_, location, path) => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    island.answer(success({ id: 7 }, { 'X-Action-Location': location.replace('ORIGIN', island.origin) }));
    await page.evaluate(() => Object.assign(window, { old: true }));
    await page.click('button');
    await eventually(() => page.evaluate(() => 'old' in window).catch(() => true)).toBe(false);
    expect(page.url()).toBe(island.origin + path);
    expect(island.visits).toHaveLength(1);
    expect(island.visits[0]?.method).toBe('GET');
    expect(island.uncaught).toEqual([]);
  });

  test.each([
    ['a script', 'javascript:document.title="hacked"'],
    ['a script with a tab in it', 'java\tscript:document.title="hacked"'],
    ['a script in capitals that looks like an address', 'JavaScript://site/%0adocument.title="hacked"'],
    ['data', 'data:text/html,<title>hacked</title>'],
    ['a blob', 'blob:http://site.example/1'],
    ['a file', 'file:///etc/passwd'],
    ['an address that is none', 'http://'],
  ])('E3 to %s: nothing is followed, the form stays as it is', async (_, location) => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    island.answer({ status: 204, headers: { 'X-Action-Location': location } });
    await submitted(island);
    await page.waitForTimeout(100);
    expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect(page.url()).toBe(`${island.origin}/`);
    expect(await page.title()).not.toContain('hacked');
    expect(island.visits).toEqual([]);
    expect(island.uncaught).toEqual([]);
  });

  test('E3 a refusal that sends the visitor on is an error, and the page is loaded', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    await routeLinks(page);
    island.answer({
      status: 401,
      headers: { 'Content-Type': 'application/json', 'X-Action-Location': '/login' },
      body: JSON.stringify({ type: 'AstroActionError', code: 'UNAUTHORIZED', status: 401, message: 'Log in first' }),
    });
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end']);
    expect(await page.locator('[data-action-summary] li').allTextContents()).toEqual(['Log in first']);
    expect(await page.locator('form').getAttribute('aria-busy')).toBe('true');
    expect(await page.evaluate(() => Reflect.get(window, 'routed'))).toBe(`${island.origin}/login`);
    expect(island.uncaught).toEqual([]);
  });

  test('E3 a refusal without a place to go stays on the page', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer({
      status: 401,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'AstroActionError', code: 'UNAUTHORIZED', status: 401, message: 'Log in first' }),
    });
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end']);
    expect(island.page.url()).toBe(`${island.origin}/`);
  });

  test('E3 data that cannot be read does not keep from going there', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer({ ...success(0, { 'X-Action-Location': '/thanks' }), body: 'broken' });
    await island.page.click('button');
    await island.page.waitForURL('**/thanks');
  });

  test('E3 success and end come before the page is left, and the form stays busy', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    await page.evaluate(() =>
      addEventListener('click', (event) => (event.target as Element).matches('a') && event.preventDefault()),
    ); // why: a click is on an element
    island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
    await submitted(island);
    expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
    expect((await island.events())[1]?.detail.location).toBe('/thanks');
    expect(await page.locator('form').getAttribute('aria-busy')).toBe('true');
  });

  test('E3 goes through a router that listens for clicks on links, as ClientRouter does', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    await routeLinks(page);
    island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
    await submitted(island);
    expect(await page.evaluate(() => Reflect.get(window, 'routed'))).toBe(`${island.origin}/thanks`);
    expect(await page.locator('body > a').count()).toBe(0);
  });
});

test('E12 what follows a success cannot be loaded: a fresh page', async () => {
  const island = await studio.island();
  const { page } = island;
  await page.route('**/assets/settle-*', (route) => route.abort());
  await island.open(orderForm());
  await page.evaluate(() => Object.assign(window, { old: true }));
  await page.click('button');
  await eventually(() => page.evaluate(() => 'old' in window).catch(() => true)).toBe(false);
  expect(island.uncaught).toEqual([]);
});
