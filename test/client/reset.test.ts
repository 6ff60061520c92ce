import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { held, inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { focused, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

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

async function fillIn(page: import('playwright').Page): Promise<void> {
  await page.fill('[name=email]', 'ada@example.org');
  await page.fill('[name=note]', 'hello');
  await page.check('[name=news]');
  await page.check('[value=blue]');
  await page.fill('[name=secret]', 'hunter2');
  await page.selectOption('[name=size]', 'L');
  await page.selectOption('[name=many]', ['a']);
}

describe('what a success leaves in the form', () => {
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
    island.answer({ status: 204, delay: 300 });
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
    const { responder, release } = held();
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
