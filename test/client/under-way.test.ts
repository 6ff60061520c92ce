import { afterAll, beforeAll, expect, test } from 'vitest';
import { held, inputError, type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

// What happens to a form between its click and its answer, or between that and the next page.

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const isBusy = ({ page }: Island) => page.evaluate(() => document.forms[0]!.ariaBusy);

test('E7 a click with Shift counts once: what a script sends by that button later is enhanced', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(orderForm());
  await page.evaluate(() => {
    const prevent = (event: Event) => event.preventDefault();
    addEventListener('submit', prevent, { once: true });
  });
  await page.click('button', { modifiers: ['Shift'] });
  expect(await island.eventTypes()).toEqual([]);
  await submitted(island, () =>
    page.evaluate(() => document.forms[0]!.requestSubmit(document.querySelector('button'))),
  );
  expect(island.calls).toHaveLength(1);
});

test('E10 queue: a click with Shift is the browser’s, and nothing that waits is lost by it', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(orderForm({ reset: 'keep', attributes: 'data-action-repeat="queue"' }));
  const { responder, release } = held({ status: 204 });
  island.answer(responder);
  const send = async (note: string, modifiers: 'Shift'[] = []) => {
    await page.fill('[name=note]', note);
    // a button that is disabled in name only still submits
    await page.click('button', { force: true, modifiers });
  };
  // No tab is opened here, so that the form stays on a page that is looked at.
  await page.evaluate(() => addEventListener('submit', (event) => event.preventDefault()));
  await send('one');
  await eventually(() => island.calls.length).toBe(1);
  await send('two');
  await send('three', ['Shift']);
  island.answer({ status: 204 });
  release();
  await eventually(() => island.calls.map(({ body }) => new URLSearchParams(body).get('note'))).toEqual(['one', 'two']);
  await eventually(() => isBusy(island)).toBeNull();
  await send('four');
  await eventually(() => island.calls.length).toBe(3);
});

test('E12 an answer in time stays in time while the page it leads to is awaited', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(orderForm({ attributes: 'data-action-timeout="300"' }));
  // A page that never comes.
  island.answer({ status: 204, headers: { 'X-Action-Location': 'mailto:ada@example.org' } });
  await submitted(island);
  await page.waitForTimeout(600);
  expect(await isBusy(island)).toBe('true');
});

test('E21 a reset that somebody prevents calls nothing off', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(
    orderForm({ fields: '<button type="reset">Discard</button>', button: '<button id="go">Go</button>' }),
  );
  const { responder, release } = held({ status: 204, headers: { 'X-Action-Message': 'Placed' } });
  island.answer(responder);
  await page.evaluate(() =>
    document.forms[0]!.addEventListener('reset', (event) => event.preventDefault(), { once: true }),
  );
  await page.click('#go');
  await page.click('[type=reset]');
  expect(await isBusy(island)).toBe('true');
  release();
  await eventually(() => page.locator('[role=status]').textContent()).toBe('Placed');
});

test('E6 a field that is named like what the island calls on a form', async () => {
  const island = await studio.island();
  const names = ['addEventListener', 'dispatchEvent', 'isConnected', 'reset'];
  await island.open(orderForm({ fields: names.map((name) => `<input name="${name}">`).join('') }));
  await submitted(island);
  expect(await island.eventTypes()).toEqual(['submit', 'success', 'end']);
  expect(island.uncaught).toEqual([]);
});

test('E3 a redirect to the same page with an empty fragment loads it anew', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(orderForm());
  island.answer({ status: 204, headers: { 'X-Action-Location': '/#' } });
  await page.click('button');
  await eventually(() => island.visits.length).toBe(1);
  await eventually(() => page.url()).toBe(`${island.origin}/#`);
});

test('E17 the caret and a field that is being edited survive the answer', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(orderForm({ summary: false }));
  island.answer({ ...inputError({ path: ['email'], message: 'Enter an email address' }), delay: 300 });
  await submitted(island, async () => {
    await page.click('button');
    await page.fill('[name=note]', 'typed meanwhile');
  });
  expect(await page.inputValue('[name=note]')).toBe('typed meanwhile');
});
