import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INTENT_FIELD, SUMMARY_ATTRIBUTE } from '../../src/shared/wire.js';
import { INTENT_NAME, SUMMARY_HOOK } from '../../src/shared/wire-list.js';
import { type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { focused, said } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

test('the names that the part has for itself are those of the rest', () => {
  expect([INTENT_NAME, SUMMARY_HOOK]).toEqual([INTENT_FIELD, SUMMARY_ATTRIBUTE]);
});

/** A row as the components print it. */
function row(index: number, caption: string, hidden: 'up' | 'down' | '' = ''): string {
  const [name, id] = [`items[${index}]`, `order-items-${index}`];
  const button = (type: string, text: string) =>
    `<button type="submit" name="_action_intent" value='["${type}","items",${index}]' formnovalidate data-action-native
      aria-label="${text}: ${caption}" ${type === hidden ? 'hidden' : ''}>${text}</button>`;
  return `<div role="group" aria-label="${caption}" data-action-row="${name}">
    <div data-action-field="${name}.sku"><label for="${id}-sku">SKU</label>
      <input id="${id}-sku" name="${name}.sku" data-action-control="${name}.sku" aria-describedby="${id}-sku-error">
      <p id="${id}-sku-error" data-action-errors="${name}.sku" hidden></p></div>
    <input type="radio" id="${id}-size" name="${name}.size" value="s"><input type="radio" id="${id}-size-1" name="${name}.size" value="l">
    <input type="file" id="${id}-photo" name="${name}.photo"><select name="${name}.kind"><option>a</option><option>b</option></select>
    <textarea name="${name}.note"></textarea><input type="checkbox" name="${name}.gift" value="true">
    <div data-action-row-buttons>${button('up', 'Move up')}${button('down', 'Move down')}${button('duplicate', 'Duplicate')}${button('remove', 'Remove')}</div>
  </div>`;
}

function list(count: number, limits = ''): string {
  const rows = Array.from({ length: count }, (_, index) => row(index, `Item ${index + 1}`, index === 0 ? 'up' : ''));
  return `<fieldset id="order-items" data-action-list="items" data-action-control="items" tabindex="-1" ${limits}><legend>Items</legend>
    <input type="hidden" name="items" value="" data-action-empty ${count > 0 ? 'disabled' : ''}>${rows.join('')}
    <template data-action-row-template="Item">${row(999999999, 'Item 9').trim()}</template>
    <button type="submit" name="_action_intent" value='["insert","items"]' formnovalidate data-action-native data-action-add>Add</button>
    <p id="order-items-error" data-action-errors="items" hidden></p></fieldset>`;
}

async function open(island: Island, count: number, limits?: string): Promise<void> {
  await island.open(orderForm({ fields: list(count, limits), button: '<button type="submit">Send</button>' }));
  for (let index = 0; index < count; index += 1) {
    await island.page.fill(`[name="items[${index}].sku"]`, `sku ${index}`);
    await island.page.fill(`[name="items[${index}].note"]`, `note ${index}`);
    await island.page.check(`[name="items[${index}].size"][value=${index % 2 ? 'l' : 's'}]`);
    await island.page.setInputFiles(`[name="items[${index}].photo"]`, {
      name: `${index}.png`,
      mimeType: 'image/png',
      buffer: Buffer.from('x'),
    });
  }
  await island.page.selectOption('[name="items[0].kind"]', 'b');
  await island.page.check('[name="items[0].gift"]');
}

const press = (island: Island, name: string) => island.page.getByRole('button', { name, exact: true }).click();

/** How what has the focus is called. */
const called = (island: Island) =>
  island.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim(),
  );

/** What the form would send of the list: names in order, with files by their name. */
function sent(island: Island): Promise<string[]> {
  return island.page.evaluate(() =>
    [...new FormData(document.forms[0]!)]
      .filter(([name]) => name.startsWith('items'))
      .map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`),
  );
}

const all = (index: number, from = index, more: string[] = []) => [
  `items[${index}].sku=sku ${from}`,
  `items[${index}].size=${from % 2 ? 'l' : 's'}`,
  `items[${index}].photo=${from}.png`,
  `items[${index}].kind=${from === 0 ? 'b' : 'a'}`,
  `items[${index}].note=note ${from}`,
  ...(from === 0 ? [`items[${index}].gift=true`] : more),
];

describe('E18 lists are edited with no network', () => {
  test('E18 rows move with everything that is in them: files, radio buttons, choices', async () => {
    const island = await studio.island();
    await open(island, 3);
    await press(island, 'Move down: Item 1');
    expect(await sent(island)).toEqual([...all(0, 1), ...all(1, 0), ...all(2, 2)]);
    await press(island, 'Move up: Item 3');
    expect(await sent(island)).toEqual([...all(0, 1), ...all(1, 2), ...all(2, 0)]);
    expect(island.calls).toEqual([]);
    expect(island.visits).toEqual([]);
    expect(await island.eventTypes()).toEqual([]);
  });

  test.each([
    ['Remove: Item 1', ['two', 'three']],
    ['Remove: Item 2', ['one', 'three']],
    ['Move down: Item 1', ['two', 'one', 'three']],
    ['Move up: Item 3', ['one', 'three', 'two']],
    ['Duplicate: Item 2', ['one', 'two', 'two', 'three']],
  ])('E18 a button is about its own row, also where rows came numbered with gaps: %s', async (button, skus) => {
    const island = await studio.island();
    const rows = [1, 2, 5].map((index, position) => row(index, `Item ${position + 1}`));
    const fields = list(0).replace('<template', `${rows.join('')}<template`);
    await island.open(orderForm({ fields, button: '<button type="submit">Send</button>' }));
    for (const [index, sku] of Object.entries({ 1: 'one', 2: 'two', 5: 'three' })) {
      await island.page.fill(`[name="items[${index}].sku"]`, sku);
    }
    await press(island, button);
    const left = (await sent(island)).filter((entry) => entry.includes('.sku='));
    expect(left).toEqual(skus.map((sku, index) => `items[${index}].sku=${sku}`));
    expect(island.visits).toEqual([]);
  });

  test('E18 of a list that two options of a choice have, the one that is in sight is edited', async () => {
    const island = await studio.island();
    const fields = `<fieldset hidden disabled>${list(1)}</fieldset><fieldset id="chosen">${list(1)}</fieldset>`;
    await island.open(orderForm({ fields, button: '<button type="submit">Send</button>' }));
    await island.page.locator('#chosen').getByRole('button', { name: 'Add', exact: true }).click();
    expect((await sent(island)).filter((entry) => entry.includes('.sku='))).toEqual(['items[0].sku=', 'items[1].sku=']);
    expect(island.visits).toEqual([]);
  });

  test('A8, E18: a row goes: the next one is gone on with, else the button that adds one', async () => {
    const island = await studio.island();
    await open(island, 3);
    await press(island, 'Remove: Item 1');
    expect(await sent(island)).toEqual([...all(0, 1), ...all(1, 2)]);
    expect(await called(island)).toBe('Item 1');
    await press(island, 'Remove: Item 2');
    expect(await sent(island)).toEqual(all(0, 1));
    expect(await called(island)).toBe('Add');
    await press(island, 'Remove: Item 1');
    expect(await sent(island)).toEqual(['items=']);
    expect(await called(island)).toBe('Add');
    await press(island, 'Add');
    expect(await sent(island)).toEqual(['items[0].sku=', 'items[0].photo=', 'items[0].kind=a', 'items[0].note=']);
    expect(await focused(island)).toBe('order-items-0-sku');
  });

  test('A8, E18: the last row goes from a list that has no such button: the list is gone on with', async () => {
    const island = await studio.island();
    // that of a list in a row is not this one's
    const inner = '<fieldset data-action-list="items[0].tags"><button data-action-add>Add</button></fieldset>';
    const fields = list(2).replace(/<button[^>]*data-action-add>.*?<\/button>/, '');
    await island.open(orderForm({ fields: fields.replace('<textarea', `${inner}<textarea`), button: '' }));
    await press(island, 'Remove: Item 2');
    expect(await focused(island)).toBe('order-items');
  });

  test('E17, E18: a row moves: its button is gone on with, and where it goes no further, the row', async () => {
    const island = await studio.island();
    await open(island, 3);
    await press(island, 'Move down: Item 1');
    expect(await called(island)).toBe('Move down: Item 2');
    await press(island, 'Move down: Item 2');
    expect(await called(island)).toBe('Item 3');
    await press(island, 'Move up: Item 3');
    expect(await called(island)).toBe('Move up: Item 2');
    await press(island, 'Move up: Item 2');
    expect(await called(island)).toBe('Item 1');
  });

  test('E18 a copy has what was typed, chosen and attached; labels, ids and buttons are its own', async () => {
    const island = await studio.island();
    await open(island, 2);
    await press(island, 'Duplicate: Item 1');
    expect(await sent(island)).toEqual([...all(0, 0), ...all(1, 0), ...all(2, 1)]);
    expect(await focused(island)).toBe('order-items-1-sku');
    const ids = await island.page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const labels = await island.page.evaluate(() =>
      [...document.querySelectorAll('label')].every((label) => label.control !== null),
    );
    expect(labels).toBe(true);
    await press(island, 'Remove: Item 2');
    expect(await sent(island)).toEqual([...all(0, 0), ...all(1, 1)]);
  });

  test('E18 the first row has no way up, the last one none down', async () => {
    const island = await studio.island();
    await open(island, 2);
    await press(island, 'Add');
    const moves = await island.page.evaluate(() =>
      [...document.querySelectorAll<HTMLButtonElement>('[data-action-row] button:not([hidden])')]
        .map((button) => button.ariaLabel ?? '')
        .filter((label) => label.startsWith('Move')),
    );
    expect(moves).toEqual(['Move down: Item 1', 'Move up: Item 2', 'Move down: Item 2', 'Move up: Item 3']);
  });

  test('E18 errors and links of the summary go along, and go with a row that goes', async () => {
    const island = await studio.island();
    await open(island, 2);
    await island.page.evaluate(() => {
      document.querySelector('[data-action-summary]')!.removeAttribute('hidden');
      document.querySelector('[data-action-summary] ul')!.innerHTML =
        '<li><a href="#order-items-1-sku">Sold out</a></li>';
      const error = document.querySelector<HTMLElement>('[data-action-errors="items[1].sku"]')!;
      Object.assign(error, { textContent: 'Sold out', hidden: false });
    });
    await press(island, 'Move up: Item 2');
    expect(await said(island, '[data-action-errors="items[0].sku"]')).toEqual({ text: 'Sold out', hidden: false });
    expect(await island.page.locator('[data-action-summary] a').getAttribute('href')).toBe('#order-items-0-sku');
    await press(island, 'Remove: Item 1');
    expect(await said(island, '[data-action-errors="items[0].sku"]')).toMatchObject({ text: '' });
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
  });

  test('E18 a copy begins without errors, those of its row stay', async () => {
    const island = await studio.island();
    await open(island, 1);
    await island.page.evaluate(() => {
      const error = document.querySelector<HTMLElement>('[data-action-errors="items[0].sku"]')!;
      Object.assign(error, { textContent: 'Sold out', hidden: false });
      for (const name of ['sku', 'note']) document.getElementsByName(`items[0].${name}`)[0]!.ariaInvalid = 'true';
    });
    await press(island, 'Duplicate: Item 1');
    expect(await said(island, '[data-action-errors="items[0].sku"]')).toEqual({ text: 'Sold out', hidden: false });
    expect(await said(island, '[data-action-errors="items[1].sku"]')).toEqual({ text: '', hidden: true });
    const marked = () =>
      island.page.evaluate(() =>
        [...document.querySelectorAll('[aria-invalid]')].map((part) => part.getAttribute('name')),
      );
    expect(await marked()).toEqual(['items[0].sku', 'items[0].note']);
    expect(await sent(island)).toEqual([...all(0, 0), ...all(1, 0)]);
  });

  test('E18 at its most and at its least the list says so, and nothing changes', async () => {
    const island = await studio.island();
    const limits = `data-action-row-limits='[1,"One",2,"Two"]'`;
    await open(island, 2, limits);
    await press(island, 'Add');
    expect(await said(island, '#order-items-error')).toEqual({ text: 'Two', hidden: false });
    expect(await focused(island)).toBe('order-items');
    await press(island, 'Remove: Item 1');
    expect(await said(island, '#order-items-error')).toEqual({ text: '', hidden: true });
    await press(island, 'Remove: Item 1');
    expect(await said(island, '#order-items-error')).toEqual({ text: 'One', hidden: false });
    expect(await sent(island)).toEqual(all(0, 1));
  });

  test('what it does not know is left to the server', async () => {
    const island = await studio.island();
    await open(island, 1);
    await island.page.evaluate(() => {
      const own = `<button name="_action_intent" value='["insert","items",0,{"sku":"x"}]' formnovalidate data-action-native>Own</button>`;
      document.forms[0]!.insertAdjacentHTML('beforeend', own);
    });
    await press(island, 'Own');
    await island.page.waitForURL('**/?page=2*');
    expect(island.visits.map(({ method }) => method)).toEqual(['POST']);
  });
});
