import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStudio, type Island, type Studio } from './support/island.js';
import { byRules, checked, checks, watching } from './support/live.js';
import { orderForm } from './support/order-form.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const rules = byRules({
  email: (value) => (value.includes('@') ? undefined : 'Enter an email address'),
  color: (value) => (value === 'blue' ? undefined : 'Not that one'),
  size: (value) => (value === 'L' ? undefined : 'Too small'),
  news: (value) => (value ? undefined : 'Agree'),
  photo: () => 'Choose a photo',
  rating: (value) => (value === '5' ? undefined : value ? 'Only five' : 'Choose one'),
});

const fields = `<fieldset data-action-control="color" aria-describedby="order-color-error">
    <input type="radio" name="color" value="red" checked><input type="radio" name="color" value="blue">
    <p id="order-color-error" data-action-errors="color" hidden></p></fieldset>
  <select name="size"><option>S</option><option>M</option><option>L</option></select><p data-action-errors="size" hidden></p>
  <input type="checkbox" name="news"><p data-action-errors="news" hidden></p>
  <input type="file" name="photo"><p data-action-errors="photo" hidden></p>
  <p data-action-errors="rating" hidden></p>`;

/** A form that has failed, while what checks its fields is on its way. Gives what lets it arrive. */
async function failed(island: Island, form: string): Promise<() => Promise<void>> {
  const { page } = island;
  let arrive = () => {};
  const gate = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/live-[^/]+\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  island.answer(rules);
  await island.open(form);
  const asked = page.waitForRequest(/\/live-[^/]+\.js$/);
  await submitted(island, () => page.click('[type=submit]'));
  await asked;
  return async () => {
    arrive();
    await watching(island);
  };
}

describe('E15 what is edited before the part has come that checks fields', () => {
  test.each<[string, string, (island: Island) => Promise<unknown>]>([
    ['a text', 'email', ({ page }) => page.fill('[name=email]', 'ada@example.org')],
    ['a choice', 'color', ({ page }) => page.check('[value=blue]')],
    ['a select', 'size', ({ page }) => page.selectOption('[name=size]', 'L')],
    ['a box', 'news', ({ page }) => page.check('[name=news]')],
  ])('E15 %s: is checked once it has', async (_, name, edit) => {
    const island = await studio.island();
    const arrive = await failed(island, orderForm({ fields }));
    await edit(island);
    await checked(island, arrive);
    expect(checks(island)).toEqual([[name]]);
    expect(await said(island, `[data-action-errors=${name}]`)).toEqual({ text: '', hidden: true });
  });

  test('E15 a control outside of its form: is checked once it has', async () => {
    const island = await studio.island();
    const outside = '<input name="rating" value="3" form="order">';
    const arrive = await failed(island, orderForm({ fields }) + outside);
    await island.page.fill('[name=rating]', '5');
    await checked(island, arrive);
    expect(checks(island)).toEqual([['rating']]);
  });

  test.each<[string, (island: Island) => Promise<unknown>]>([
    ['nothing is edited', async () => {}],
    [
      'an edit is taken back',
      async ({ page }) => {
        await page.fill('[name=email]', 'ada@example.org');
        await page.fill('[name=email]', '');
      },
    ],
    ['what is edited shows no error', ({ page }) => page.fill('[name=note]', 'hello')],
  ])('E15 %s: nothing is asked', async (_, edit) => {
    const island = await studio.island();
    // What a button has sent is in no other submission, and no edit.
    const button = '<button type="submit" name="rating" value="3">Place order</button>';
    const arrive = await failed(island, orderForm({ fields, button }));
    await edit(island);
    await arrive();
    await checked(island, () => island.page.check('[name=news]'));
    expect(checks(island)).toEqual([['news']]);
    expect(await said(island, '[data-action-errors=rating]')).toEqual({ text: 'Only five', hidden: false });
  });

  test('E15 with `false`: it keeps its error until the next submit', async () => {
    const island = await studio.island();
    const arrive = await failed(island, orderForm({ fields, attributes: 'data-action-validate="false"' }));
    await island.page.check('[name=news]');
    await arrive();
    await submitted(island, () => island.page.click('[type=submit]'));
    expect(checks(island)).toEqual([]);
    expect(await said(island, '[data-action-errors=news]')).toEqual({ text: '', hidden: true });
  });

  test('E15 a file that is chosen: the error of its field goes, and the file stays', async () => {
    const island = await studio.island();
    const arrive = await failed(island, orderForm({ fields }));
    await island.page.setInputFiles('[name=photo]', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('a') });
    await arrive();
    await eventually(() => said(island, '[data-action-errors=photo]')).toEqual({ text: '', hidden: true });
    expect(checks(island)).toEqual([]);
  });
});
