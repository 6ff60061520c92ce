import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Island, startStudio, type Studio, toDocument } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const form = (more: Parameters<typeof orderForm>[0] = {}) =>
  orderForm({
    fields: '<input type="checkbox" name="gift">',
    ...more,
    attributes: `data-action-unsaved="ask" ${more.attributes ?? ''}`,
  });

function dirty({ page }: Island): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-action-dirty]')].map((part) => part.getAttribute('name') ?? part.localName),
  );
}

/** Whether the page would have the browser ask, were it left. */
function isAsked({ page }: Island): Promise<boolean> {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}

async function watched({ page }: Island): Promise<void> {
  await page.waitForFunction(() => Symbol.for('astro-action-forms.unsaved') in document);
}

/** Goes to another page, whatever the browser asks, and comes back to what the browser then shows. */
async function leaveAndReturn(island: Island): Promise<void> {
  const { page } = island;
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${island.origin}/elsewhere`);
  await page.goBack();
  await watched(island);
}

test('E20 what is changed before the island has loaded is marked and asked about', async () => {
  const island = await studio.island();
  const { page } = island;
  const gate = Promise.withResolvers<void>();
  await page.route('**/assets/island.js', async (route) => {
    await gate.promise;
    await route.continue();
  });
  island.serve('/', toDocument(form() + form({ id: 'other' })));
  await page.goto(island.origin, { waitUntil: 'commit' });
  await page.check('#order [name=gift]');
  await page.fill('#order-note', 'x');
  gate.resolve();
  await watched(island);
  expect(await dirty(island)).toEqual(['form', 'note', 'gift']);
  expect(await isAsked(island)).toBe(true);
});

test('E20 so is what the browser puts back when the person returns, until it is as it was', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(form());
  await page.fill('[name=note]', 'x');
  await leaveAndReturn(island);
  await eventually(() => dirty(island)).toEqual(['form', 'note']);
  expect(await isAsked(island)).toBe(true);
  await page.fill('[name=note]', '');
  expect(await dirty(island)).toEqual([]);
});

test('E20 what was saved before a redirect is not, when the person returns, until it is edited', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(form());
  await page.evaluate(() => history.replaceState({ index: 3 }, ''));
  island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
  await page.fill('[name=note]', 'x');
  await page.click('button');
  await page.waitForURL('**/thanks');
  await page.goBack();
  await watched(island);
  expect(await page.inputValue('[name=note]')).toBe('x');
  expect(await page.evaluate(() => history.state.index), 'what a router keeps there').toBe(3);
  expect(await dirty(island)).toEqual([]);
  await page.fill('[name=note]', 'xy');
  expect(await dirty(island)).toEqual(['form', 'note']);
  await leaveAndReturn(island);
  expect(await dirty(island)).toEqual(['form', 'note']);
});

test.each([
  ['what was saved is not asked about', '', false],
  ['what the browser had posted by itself is', 'data-action-native', true],
])('E20 in a page that comes back from the cache %s', async (_, attributes, expected) => {
  const island = await studio.island();
  const { page } = island;
  await island.open(form({ attributes }));
  // An answer without content leaves the page where it is.
  await page.route(/thanks|page=2/, (route) => route.fulfill({ status: 204 }));
  island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
  await page.fill('[name=note]', 'x');
  const sent = page.waitForRequest(/thanks|page=2/);
  await page.click('button', { noWaitAfter: true });
  await sent;
  await eventually(() => isAsked(island)).toBe(false);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  expect(await isAsked(island)).toBe(expected);
});

test('E20 a form that ClientRouter swapped in or took along is marked, and not any more when it is as it was', async () => {
  const island = await studio.island();
  const { page } = island;
  await island.open(form());
  await page.fill('[name=note]', 'x');
  await page.evaluate(
    (html) => {
      document.body.insertAdjacentHTML('beforeend', html);
      document.querySelector<HTMLInputElement>('#other [name=gift]')!.checked = true;
      document.dispatchEvent(new Event('astro:page-load'));
    },
    form({ id: 'other' }),
  );
  expect(await dirty(island)).toEqual(['form', 'note', 'form', 'gift']);
  await page.fill('#order-note', '');
  await page.uncheck('#other [name=gift]');
  expect(await dirty(island)).toEqual([]);
});
