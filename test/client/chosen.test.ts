import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Island, json, startStudio, success, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const control = '<input type="file" name="photos" id="photos" multiple data-action-remove-text="Remove">';

async function open(fields = control): Promise<Island> {
  const island = await studio.island();
  const button = '<button type="submit" id="send">Send</button><button type="reset">Reset</button>';
  await island.open(orderForm({ attributes: 'enctype="multipart/form-data"', fields, button }));
  return island;
}

const choose = (island: Island, ...names: string[]) =>
  island.page.setInputFiles(
    '#photos',
    names.map((name) => ({ name, mimeType: 'image/png', buffer: Buffer.from(name) })),
  );
const listed = (island: Island) => island.page.locator('[data-action-chosen] span').allTextContents();
const held = (island: Island) =>
  island.page.evaluate(() =>
    Array.from(document.querySelector<HTMLInputElement>('#photos')?.files ?? [], ({ name }) => name),
  );
const remove = (island: Island, name: string) =>
  island.page.getByRole('button', { name: `Remove: ${name}`, exact: true });
const focus = (island: Island) =>
  island.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);

test('files that are chosen are listed below their control, each with a button that says its name', async () => {
  const island = await open();
  await choose(island, 'a.png', 'b.png');
  expect(await listed(island)).toEqual(['a.png', 'b.png']);
  expect(await island.page.locator('#photos + ul[data-action-chosen] > li').count()).toBe(2);
  expect(await remove(island, 'b.png').textContent()).toBe('Remove');
  await choose(island, 'c.png');
  expect(await listed(island)).toEqual(['c.png']);
  expect(await island.page.locator('[data-action-chosen]').count()).toBe(1);
});

test.each([
  ['the first', ['a.png'], ['b.png', 'c.png'], 'Remove: b.png'],
  ['one between', ['b.png'], ['a.png', 'c.png'], 'Remove: c.png'],
  ['the last', ['c.png'], ['a.png', 'b.png'], 'Remove: b.png'],
  ['all', ['b.png', 'c.png', 'a.png'], [], 'photos'],
])('the keyboard takes %s out, and the focus goes on', async (_, names, left, focused) => {
  const island = await open();
  await choose(island, 'a.png', 'b.png', 'c.png');
  for (const name of names) {
    await remove(island, name).focus();
    await island.page.keyboard.press('Enter');
  }
  expect(await held(island)).toEqual(left);
  expect(await listed(island)).toEqual(left);
  expect(await focus(island)).toBe(focused);
  expect(await island.page.locator('[data-action-chosen]').count()).toBe(left.length > 0 ? 1 : 0);
  expect(island.calls).toEqual([]);
});

test('of two files of one name, the one that was meant goes', async () => {
  const island = await open();
  await island.page.setInputFiles(
    '#photos',
    ['first', 'second'].map((text) => ({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(text) })),
  );
  await remove(island, 'a.png').last().click();
  const text = island.page.evaluate(() => document.querySelector<HTMLInputElement>('#photos')?.files?.[0]?.text());
  expect(await text).toBe('first');
});

test('what is left is sent, and whoever follows what people change is told', async () => {
  const island = await open();
  await choose(island, 'a.png', 'b.png');
  await island.page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    for (const type of ['input', 'change'])
      document.forms[0]!.addEventListener(type, ({ target }) => changes.push(`${type} ${(target as Element).id}`)); // why: a control
  });
  await remove(island, 'a.png').click();
  expect(await island.page.evaluate(() => Reflect.get(window, 'changes'))).toEqual(['input photos', 'change photos']);
  await submitted(island, () => island.page.click('#send'));
  const files = [...(island.calls[0]?.body ?? '').matchAll(/filename="(.*?)"/g)].map(([, name]) => name);
  expect(files).toEqual(['b.png']);
});

test('the list stays after a failure, and is gone with the files after a success and a reset', async () => {
  const island = await open();
  await choose(island, 'a.png', 'b.png');
  island.answer(json(400, { type: 'AstroActionInputError', code: 'BAD_REQUEST', issues: [] }));
  await submitted(island, () => island.page.click('#send'));
  await eventually(() => listed(island)).toEqual(['a.png', 'b.png']);
  island.answer(success({ id: 7 }));
  await submitted(island, () => island.page.click('#send'));
  await eventually(() => listed(island)).toEqual([]);
  await choose(island, 'c.png');
  expect(await listed(island)).toEqual(['c.png']);
  await island.page.click('[type=reset]');
  await eventually(() => listed(island)).toEqual([]);
});

test('a name is text, whatever is in it', async () => {
  const island = await open();
  await choose(island, '<img src=x onerror=alert(1)>"&.png');
  expect(await listed(island)).toEqual(['<img src=x onerror=alert(1)>"&.png']);
  expect(await island.page.locator('[data-action-chosen] img').count()).toBe(0);
});

test.each([
  ['one file only', control.replace(' multiple', '')],
  ['several, and the server has said no text', control.replace(/ data-action-remove-text="\w+"/, '')],
])('nothing is listed below a control for %s', async (_, fields) => {
  const island = await open(fields);
  await choose(island, 'a.png');
  await eventually(() => held(island)).toEqual(['a.png']);
  expect(await island.page.locator('[data-action-chosen]').count()).toBe(0);
});

test('in a label, the list comes behind it: the name of the control stays what it is', async () => {
  const island = await open(`<label id="around">Photos ${control}</label>`);
  await choose(island, 'a.png');
  expect(await island.page.locator('#around + [data-action-chosen]').count()).toBe(1);
  expect(await island.page.getByLabel('Photos', { exact: true }).count()).toBe(1);
  await remove(island, 'a.png').click();
  expect(await held(island)).toEqual([]);
  expect(await island.page.locator('[data-action-chosen]').count()).toBe(0);
});
