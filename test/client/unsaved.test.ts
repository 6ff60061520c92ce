import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, inputError, type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const fields = `<input type="checkbox" name="gift" checked>
  <input type="radio" name="size" value="s" checked><input type="radio" name="size" value="l">
  <select name="country"><option>at</option><option>de</option></select>
  <select name="tags" multiple><option selected>a</option><option>b</option></select>
  <input type="file" name="photo"><input type="hidden" name="token" value="1"><output name="sum"></output>`;
const form = (policy: string, more: Parameters<typeof orderForm>[0] = {}) =>
  orderForm({ fields, ...more, attributes: `data-action-unsaved="${policy}" ${more.attributes ?? ''}` });

/** Names of the marked controls; the form is `form`. */
function dirty(island: Island): Promise<string[]> {
  return island.page.evaluate(() =>
    [...document.querySelectorAll('[data-action-dirty]')].map((part) => part.getAttribute('name') ?? part.localName),
  );
}

/** Whether the browser asks before the page is left; if so, the person stays. */
async function asks(island: Island): Promise<boolean> {
  let asked = false;
  island.page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.dismiss();
  });
  await island.page.evaluate(() => {
    location.href = '/elsewhere';
  });
  await eventually(() => asked || island.page.url().endsWith('/elsewhere')).toBe(true);
  return asked;
}

describe('E20 what differs from what came is marked', () => {
  test.each([
    [
      'a text',
      'note',
      (page: Island['page']) => page.fill('[name=note]', 'x'),
      (page: Island['page']) => page.fill('[name=note]', ''),
    ],
    [
      'a box',
      'gift',
      (page: Island['page']) => page.uncheck('[name=gift]'),
      (page: Island['page']) => page.check('[name=gift]'),
    ],
    [
      'a choice',
      'country',
      (page: Island['page']) => page.selectOption('[name=country]', 'de'),
      (page: Island['page']) => page.selectOption('[name=country]', 'at'),
    ],
    [
      'several choices',
      'tags',
      (page: Island['page']) => page.selectOption('[name=tags]', ['a', 'b']),
      (page: Island['page']) => page.selectOption('[name=tags]', ['a']),
    ],
    [
      'a file',
      'photo',
      (page: Island['page']) =>
        page.setInputFiles('[name=photo]', { name: 'a', mimeType: 'text/plain', buffer: Buffer.from('a') }),
      (page: Island['page']) => page.setInputFiles('[name=photo]', []),
    ],
  ] as const)('E20 %s, and not any more when it is as it was', async (_, name, change, undo) => {
    const island = await studio.island();
    await island.open(form('mark'));
    expect(await dirty(island)).toEqual([]);
    await change(island.page);
    expect(await dirty(island)).toEqual(['form', name]);
    await undo(island.page);
    expect(await dirty(island)).toEqual([]);
  });

  test('E20 a form that does not ask for it is left alone', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    await island.page.fill('[name=note]', 'x');
    expect(await dirty(island)).toEqual([]);
  });

  test.each(['clear', 'keep'] as const)('E20 after a success (%s) nothing is', async (reset) => {
    const island = await studio.island();
    await island.open(form('ask', { reset }));
    await island.page.fill('[name=note]', 'x');
    await submitted(island);
    expect(await dirty(island)).toEqual([]);
    expect(await asks(island)).toBe(false);
  });

  test('E20 after a failure it still is', async () => {
    const island = await studio.island();
    await island.open(form('ask'));
    island.answer(inputError({ path: ['email'], message: 'No' }));
    await island.page.fill('[name=note]', 'x');
    await submitted(island);
    expect(await dirty(island)).toEqual(['form', 'note']);
    expect(await asks(island)).toBe(true);
  });

  test('E21 a native reset takes it back', async () => {
    const island = await studio.island();
    await island.open(form('mark', { button: '<button type="reset">Reset</button>' }));
    await island.page.fill('[name=note]', 'x');
    await island.page.click('[type=reset]');
    await eventually(() => dirty(island)).toEqual([]);
  });
});

describe('E20 leaving the page', () => {
  test.each([
    ['is asked about with changes', 'ask', true],
    ['is not where changes are only marked', 'mark', false],
  ])('E20 %s', async (_, policy, expected) => {
    const island = await studio.island();
    await island.open(form(policy));
    await island.page.fill('[name=note]', 'x');
    expect(await asks(island)).toBe(expected);
  });

  test('E20 is not asked about without changes', async () => {
    const island = await studio.island();
    await island.open(form('ask'));
    await island.page.focus('[name=note]');
    expect(await asks(island)).toBe(false);
  });

  test('E20 is asked about where the form came back with what was typed', async () => {
    const island = await studio.island();
    await island.open(form('ask', { attributes: 'data-action-dirty', emailError: 'No', email: 'nobody' }));
    // a browser asks only people who have done something on the page
    await island.page.click('[name=note]');
    expect(await asks(island)).toBe(true);
  });

  test('E20 by the success itself is not', async () => {
    const island = await studio.island();
    await island.open(form('ask'));
    island.answer({ status: 204, headers: { 'X-Action-Location': '/thanks' } });
    await island.page.fill('[name=note]', 'x');
    await island.page.click('button');
    await island.page.waitForURL('**/thanks');
  });

  test('E20 by a native post is not; with changes of another form it is', async () => {
    const island = await studio.island();
    const open = () => island.open(form('ask', { attributes: 'data-action-native' }) + form('ask', { id: 'other' }));
    await open();
    await island.page.fill('#order-note', 'x');
    await island.page.click('#order button');
    await island.page.waitForURL('**/?page=2*');
    await open();
    await island.page.fill('#other-note', 'x');
    const asked = island.page.waitForEvent('dialog');
    await island.page.click('#order button', { noWaitAfter: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('E20 who stays after Back is put back once, and not after another page has come', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form('ask', { attributes: 'data-action-native' }));
    /** What ClientRouter says before it leaves; the browser asks where it is prevented. */
    const leave = (navigationType: string) =>
      page.evaluate((type) => {
        const event = new Event('astro:before-preparation', { cancelable: true });
        Object.assign(event, { from: new URL('/?from', location.href), navigationType: type });
        return document.dispatchEvent(event);
      }, navigationType);
    const entries = () => page.evaluate(() => [history.length, location.search]);
    await page.fill('[name=note]', 'x');
    const [before] = await entries();
    expect(await leave('traverse')).toBe(false);
    expect(await asks(island)).toBe(true);
    await eventually(entries).toEqual([Number(before) + 1, '?from']);
    expect(await asks(island)).toBe(true);
    await page.evaluate(() => new Promise((done) => void setTimeout(done)));
    expect(await entries()).toEqual([Number(before) + 1, '?from']);

    expect(await leave('traverse')).toBe(false);
    await page.fill('[name=note]', '');
    expect(await leave('push')).toBe(true);
    await page.fill('[name=note]', 'y');
    expect(await asks(island)).toBe(true);
    await page.evaluate(() => new Promise((done) => void setTimeout(done)));
    expect(await entries()).toEqual([Number(before) + 1, '?from']);
  });

  test('E20 while a submission is under way is asked about', async () => {
    const island = await studio.island();
    const { responder, release } = held();
    island.answer(responder);
    await island.open(form('ask'));
    await island.page.fill('[name=note]', 'x');
    await island.page.click('button');
    expect(await asks(island)).toBe(true);
    release();
  });
});
