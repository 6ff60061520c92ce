import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { focused } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

/** What every row of the list shows that the list itself adds. */
const template = `<div role="group" data-action-row="items[999999999]"><select id="items-999999999-kind" name="items[999999999].kind">
  <option value="">Choose</option><option selected>a</option><option>b</option></select>
  <input name="items[999999999].sku" value="of the list"><textarea name="items[999999999].note">of the list</textarea>
  <select multiple name="items[999999999].sizes"><option>s</option><option selected>m</option><option>l</option></select>
  <input type="hidden" name="items[999999999].gift" value="false"><input type="checkbox" name="items[999999999].gift" value="true" checked>
  <input type="radio" name="items[999999999].way" value="post" checked><input type="radio" name="items[999999999].way" value="bike">
  <input type="password" name="items[999999999].secret"><input type="file" name="items[999999999].photo"></div>`;

async function open(fill: unknown): Promise<Island> {
  const island = await studio.island();
  const attribute = fill === undefined ? '' : `data-action-fill='${fill === '' ? '' : JSON.stringify(fill)}'`;
  const fields = `<button type="submit" name="_action_intent" value='["insert","items",0,{}]' ${attribute} formnovalidate data-action-native id="own">Own</button>
    <fieldset id="items" data-action-list="items" tabindex="-1"><legend>Items</legend>
    <input type="hidden" name="items" value="" data-action-empty><template data-action-row-template="Item">${template}</template></fieldset>`;
  await island.open(orderForm({ fields, button: '<button type="submit">Send</button>' }));
  return island;
}

/** What the form would send of the list. */
function sent(island: Island): Promise<string[]> {
  return island.page.evaluate(() =>
    [...new FormData(document.forms[0]!)]
      .filter(([name]) => name.startsWith('items['))
      .map(([name, value]) => `${name.slice('items[0]'.length)}=${typeof value === 'string' ? value : 'a file'}`),
  );
}

test.each([
  [
    'everything that a row can show',
    {
      '.kind': ['b'],
      '.sku': ['A"<1>'],
      '.note': ['one\ntwo'],
      '.sizes': ['s', 'l'],
      '.gift': ['true'],
      '.way': ['bike'],
    },
    ['.kind=b', '.sku=A"<1>', '.note=one\r\ntwo', '.sizes=s', '.sizes=l', '.gift=false', '.gift=true', '.way=bike'],
  ],
  ['nothing, where the list itself shows something', {}, ['.kind=', '.sku=', '.note=', '.gift=false']],
  [
    'what no page shows',
    { '.secret': ['hunter2'], '.photo': ['a.png'], '.gift': ['false'] },
    ['.kind=', '.sku=', '.note=', '.gift=false'],
  ],
])("a button of the page's own adds a row with no request: %s", async (_, fill, expected) => {
  const island = await open(fill);
  await island.page.click('#own');
  const rest = ['.secret=', '.photo=a file'];
  expect((await sent(island)).map((entry) => entry.replace('\r\n', '\n'))).toEqual([
    ...expected.map((entry) => entry.replace('\r\n', '\n')),
    ...rest,
  ]);
  expect(await focused(island)).toBe('items-0-kind');
  expect([...island.calls, ...island.visits]).toEqual([]);
});

test('a reset of the form goes back to what the button has said', async () => {
  const island = await open({ '.sku': ['A'] });
  await island.page.click('#own');
  await island.page.fill('[name="items[0].sku"]', 'B');
  await island.page.evaluate(() => document.forms[0]!.reset());
  expect(await island.page.inputValue('[name="items[0].sku"]')).toBe('A');
});

test.each([
  ['that only the server can print', ''],
  ['of which nobody has said what it shows', undefined],
])('a row %s is asked of the server', async (_, fill) => {
  const island = await open(fill);
  await island.page.click('#own');
  await island.page.waitForURL('**/?page=2*');
  expect(island.visits.map(({ method }) => method)).toEqual(['POST']);
});
