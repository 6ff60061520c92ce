import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIntent } from '../../src/shared/intent.js';
import { ERRORS_ATTRIBUTE, SUMMARY_ATTRIBUTE } from '../../src/shared/wire.js';
import { ERRORS_HOOK, SUMMARY_HOOK } from '../../src/shared/wire-dependent.js';
import { inputError, type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { eventually, focused, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

test('the names that the part has for itself are those of the rest', () => {
  expect([ERRORS_HOOK, SUMMARY_HOOK]).toEqual([ERRORS_ATTRIBUTE, SUMMARY_ATTRIBUTE]);
});

function group(when: string, is: string[], inside: string, more = 'hidden disabled'): string {
  return `<fieldset data-action-group role="none" data-action-when="${when}" data-action-is='${JSON.stringify(is)}' ${more}>${inside}</fieldset>`;
}
function text(name: string, more = ''): string {
  const id = `order-${name}`;
  return `<input id="${id}" name="${name}" data-action-control="${name}" aria-describedby="${id}-error" ${more}>
    <p id="${id}-error" data-action-errors="${name}" hidden></p>`;
}
const radio = (value: string) => `<input type="radio" name="by" id="by-${value}" value="${value}">`;

const fields = `${radio('card')}${radio('invoice')}${radio('cash')}
  <button type="submit" name="_action_intent" value='["update","by"]' formnovalidate data-action-native data-action-update>Update</button>
  ${group('by', ['card'], text('number', 'required'))}
  ${group('by', ['invoice', 'cash'], `${text('bill')}<input type="checkbox" name="copy" id="copy" value="true">`)}
  ${group('copy', ['true', 'on', '1'], text('to'))}
  ${group('by', ['card'], text('tip'), 'data-action-not data-action-in-sight')}
  <input name="phone" data-action-when="by" data-action-is='["cash"]'>`;

const issue = (name: string, message: string) => ({ path: [name], message });

async function openForm(more: Parameters<typeof orderForm>[0] = {}): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ fields, button: '<button type="submit" id="send">Send</button>', ...more }));
  return island;
}

/** Names of the controls that can be seen, and of those that would be sent with something. */
function state(island: Island): Promise<{ seen: string[]; sent: string[]; required: string[] }> {
  return island.page.evaluate(() => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden],[type=radio])')];
    const form = document.querySelector('form')!;
    return {
      seen: inputs.filter((input) => input.checkVisibility()).map(({ name }) => name),
      sent: [...new FormData(form).keys()].filter((name) => !name.startsWith('_')),
      required: inputs.filter(({ required }) => required).map(({ name }) => name),
    };
  });
}

describe('what depends on a field', () => {
  test('is shown, sent and required as soon as the field has the value, and the focus stays', async () => {
    const island = await openForm();
    expect(await state(island)).toEqual({
      seen: ['email', 'tip', 'phone'],
      sent: ['email', 'note', 'tip', 'phone'],
      required: ['number'],
    });
    await island.page.check('#by-card');
    expect((await state(island)).seen).toEqual(['email', 'number', 'tip', 'phone']);
    expect((await state(island)).sent).toEqual(['email', 'note', 'by', 'number', 'phone']);
    expect(await focused(island)).toBe('by-card');
    await island.page.keyboard.press('ArrowDown');
    expect((await state(island)).seen).toEqual(['email', 'bill', 'copy', 'tip', 'phone']);
    expect(await focused(island)).toBe('by-invoice');
    expect(island.calls).toEqual([]);
    expect(island.visits).toEqual([]);
  });

  test('is required only then', async () => {
    const island = await openForm();
    await island.page.check('#by-cash');
    expect((await state(island)).required).toContain('phone');
    await island.page.check('#by-card');
    expect((await state(island)).required).not.toContain('phone');
    expect(await island.page.evaluate(() => document.querySelector('form')!.checkValidity())).toBe(false);
    await island.page.check('#by-invoice');
    expect(await island.page.evaluate(() => document.querySelector('form')!.checkValidity())).toBe(true);
  });

  test('comes back with what was typed in it', async () => {
    const island = await openForm();
    await island.page.check('#by-card');
    await island.page.fill('#order-number', '4711');
    await island.page.check('#by-cash');
    await island.page.check('#by-card');
    expect(await island.page.inputValue('#order-number')).toBe('4711');
  });

  test('follows what depends on something itself: a hidden box is not ticked', async () => {
    const island = await openForm();
    await island.page.check('#by-cash');
    await island.page.check('#copy');
    expect((await state(island)).seen).toContain('to');
    await island.page.check('#by-card');
    expect((await state(island)).sent).toEqual(['email', 'note', 'by', 'number', 'phone']);
    await island.page.check('#by-invoice');
    expect((await state(island)).seen).toContain('to');
  });

  test('follows a reset of the form', async () => {
    const island = await openForm();
    await island.page.check('#by-card');
    await island.page.evaluate(() => document.querySelector('form')!.reset());
    await eventually(async () => (await state(island)).seen).toEqual(['email', 'tip', 'phone']);
  });

  test('follows what a browser has put back before the script came', async () => {
    const island = await openForm({ fields: fields.replace('value="card"', 'value="card" checked') });
    expect((await state(island)).seen).toContain('number');
  });

  test('leaves no update button behind, and says nothing', async () => {
    const island = await openForm();
    expect(await island.page.getByRole('button').allInnerTexts()).toEqual(['Send']);
    await island.page.check('#by-card');
    expect(await said(island, '[role=status]')).toMatchObject({ text: '' });
  });
});

describe('errors of what is hidden', () => {
  test('go with it, from the summary too, and do not come back', async () => {
    const island = await openForm();
    island.answer(inputError(issue('number', 'Enter a number'), issue('email', 'Enter an address')));
    await island.page.check('#by-card');
    await submitted(island, () => island.page.click('#send'));
    expect(await island.page.locator('[data-action-summary] li').allInnerTexts()).toHaveLength(2);
    await island.page.check('#by-cash');
    expect(await island.page.locator('[data-action-summary] li').allInnerTexts()).toEqual(['Enter an address']);
    await island.page.check('#by-card');
    expect(await said(island, '#order-number-error')).toEqual({ text: '', hidden: true });
    expect(await island.page.getAttribute('#order-number', 'aria-invalid')).toBeNull();
  });

  test('are all there was: the form has not failed any more', async () => {
    const island = await openForm();
    island.answer(inputError(issue('number', 'Enter a number')));
    await island.page.check('#by-card');
    await submitted(island, () => island.page.click('#send'));
    expect(await island.page.title()).toMatch(/^Error: /);
    await island.page.check('#by-cash');
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await island.page.title()).not.toMatch(/^Error: /);
    expect(await focused(island)).toBe('by-cash');
  });
});

test('in rows of a list, what depends on a field follows the field of its own row', async () => {
  const island = await studio.island();
  const row = (index: number) => `<div role="group" data-action-row="items[${index}]">
    <select name="items[${index}].kind" id="order-items-${index}-kind"><option>a</option><option>b</option></select>
    <button type="submit" name="_action_intent" value='["update","items[${index}].kind"]' data-action-native data-action-update>Update</button>
    ${group(`items[${index}].kind`, ['b'], `<input name="items[${index}].more">`)}
    <div data-action-row-buttons><button type="submit" name="_action_intent" value='["remove","items",${index}]' formnovalidate data-action-native aria-label="Remove: Item ${index + 1}">Remove</button></div></div>`;
  await island.open(
    orderForm({
      fields: `<fieldset id="order-items" data-action-list="items" tabindex="-1"><legend>Items</legend>${row(0)}${row(1)}
      <template data-action-row-template="Item">${row(999999999)}</template>
      <button type="submit" name="_action_intent" value='["insert","items"]' formnovalidate data-action-native data-action-add>Add</button></fieldset>`,
    }),
  );
  const seen = () =>
    island.page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('[name$=more]')]
        .filter((input) => input.checkVisibility())
        .map(({ name }) => name),
    );
  expect(await seen()).toEqual([]);
  await island.page.selectOption('[name="items[1].kind"]', 'b');
  expect(await seen()).toEqual(['items[1].more']);
  await island.page.click('[aria-label="Remove: Item 1"]');
  expect(await seen()).toEqual(['items[0].more']);
  await island.page.click('text=Add');
  expect(await seen()).toEqual(['items[0].more']);
  await island.page.selectOption('[name="items[1].kind"]', 'b');
  expect(await seen()).toEqual(['items[0].more', 'items[1].more']);
  expect(await island.page.getByRole('button', { name: 'Update' }).count()).toBe(0);
  const updates = island.page.locator('[data-action-update]');
  const asked = await updates.evaluateAll((all) => all.map((each) => each.getAttribute('value')));
  expect(asked.map((value) => parseIntent(value ?? ''))).toEqual([
    { type: 'update', near: 'items[0].kind' },
    { type: 'update', near: 'items[1].kind' },
  ]);
  expect(island.uncaught).toEqual([]);
});

test('with unsaved changes: a choice that is taken back leaves the form as it was', async () => {
  const island = await openForm({
    attributes: 'data-action-unsaved="mark"',
    fields: fields.replace('value="card"', 'value="card" checked'),
  });
  const isDirty = () => island.page.evaluate(() => document.querySelector('form')!.hasAttribute('data-action-dirty'));
  expect(await isDirty()).toBe(false);
  await island.page.check('#by-cash');
  expect(await isDirty()).toBe(true);
  await island.page.check('#by-card');
  expect(await isDirty()).toBe(false);
});
