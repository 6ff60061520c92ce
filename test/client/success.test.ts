import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, success, type Reply, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const thanks: Reply = { status: 204, headers: { 'X-Action-Message': encodeURIComponent('Thank you – done') } };

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

  test('E3 to a fragment of the same path on another site', async () => {
    const [here, there] = [await studio.island(), await studio.island()];
    await here.open(orderForm());
    here.answer({ status: 204, headers: { 'X-Action-Location': `${there.origin}/#entries` } });
    await here.page.click('button');
    await eventually(() => here.page.url()).toBe(`${there.origin}/#entries`);
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

test('E12 what reads data cannot be loaded: the action has run, and is not said to have failed', async () => {
  const island = await studio.island();
  const { page } = island;
  await page.route('**/assets/read-data-*', (route) => route.abort());
  await island.open(orderForm());
  island.answer(success({ id: 7 }, { 'X-Action-Message': 'Saved' }));
  await page.fill('[name=note]', 'x');
  await submitted(island);
  expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
  expect(await page.textContent('[role=status]')).toBe('Saved');
  expect(await page.inputValue('[name=note]')).toBe('');
  expect(island.uncaught).toEqual([]);
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
