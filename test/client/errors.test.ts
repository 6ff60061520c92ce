import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionError, inputError, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { focused, links, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const email = { path: ['email'], message: 'Enter an email address' };
const note = { path: ['note'], message: 'Too short' };

describe('E2 invalid', () => {
  test('E2 errors beside fields, in the summary and in the title; values untouched; the summary has the focus', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    island.answer(inputError(note, email, { path: [], message: 'Not today' }));
    await page.fill('[name=email]', 'abc');
    await page.fill('[name=note]', 'x');
    await submitted(island);
    expect(await said(island, '#order-email-error')).toEqual({ text: 'Enter an email address', hidden: false });
    expect(await page.locator('[aria-invalid=true]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'order-email',
      'order-note',
    ]);
    expect(await links(island)).toEqual(['Not today', '#order-email Enter an email address', '#order-note Too short']);
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: false });
    expect(await said(island, '[role=status]')).toMatchObject({ text: '' });
    expect(await focused(island)).toBe('data-action-summary');
    expect(await page.title()).toBe('Error: Checkout');
    expect([await page.inputValue('[name=email]'), await page.inputValue('[name=note]')]).toEqual(['abc', 'x']);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end']);
    expect((await island.events())[1]?.detail.error).toMatchObject({
      type: 'AstroActionInputError',
      code: 'BAD_REQUEST',
      status: 400,
    });
  });

  test('E2 of a field that two options of a choice have, the one that is sent says what is wrong', async () => {
    const island = await studio.island();
    const { page } = island;
    const chosen = '<input type="hidden" name="kind" value="brush">';
    const option = (id: string, state = '') =>
      `<fieldset data-action-when="kind" data-action-is='["${id}"]' ${state}><label for="${id}">Ink</label>
        <input id="${id}" name="ink" data-action-control="ink" aria-describedby="${id}-error">
        <p id="${id}-error" data-action-errors="ink" hidden></p></fieldset>`;
    await island.open(orderForm({ fields: `${chosen}${option('pen', 'hidden disabled')}${option('brush')}` }));
    island.answer(inputError({ path: ['ink'], message: 'Dry' }));
    await submitted(island);
    expect(await said(island, '#brush-error')).toEqual({ text: 'Dry', hidden: false });
    expect(await said(island, '#pen-error')).toEqual({ text: '', hidden: true });
    expect(await page.locator('[aria-invalid=true]').evaluateAll((all) => all.map(({ id }) => id))).toEqual(['brush']);
    expect(await links(island)).toEqual(['#brush Dry']);
  });

  test('E2 a field that has no error, before as after, is not touched', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    island.answer(inputError(email));
    const touched = await page.evaluateHandle(() => {
      const ids = new Set<string>();
      const note = (changes: MutationRecord[]) => {
        // why: fields are elements, and so is what is in them
        for (const { target } of changes) ids.add((target as Element).id);
      };
      for (const field of document.querySelectorAll('[data-action-field]'))
        new MutationObserver(note).observe(field, { subtree: true, childList: true, attributes: true });
      return ids;
    });
    await submitted(island);
    expect(await touched.evaluate((ids) => [...ids])).toEqual(['order-email', 'order-email-error']);
  });

  test('E2 what is fixed goes, what is not stays, and the prefix of the title is there once', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(orderForm());
    island.answer(inputError(email, note));
    await submitted(island);
    island.answer(inputError(note));
    await submitted(island);
    expect(await said(island, '#order-email-error')).toEqual({ text: '', hidden: true });
    expect(await said(island, '#order-note-error')).toEqual({ text: 'Too short', hidden: false });
    expect(await page.locator('[aria-invalid]').count()).toBe(1);
    expect(await links(island)).toEqual(['#order-note Too short']);
    expect(await page.title()).toBe('Error: Checkout');
    island.answer({ status: 204 });
    await submitted(island);
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    expect(await said(island, '[data-action-summary]')).toMatchObject({ hidden: true });
    expect(await page.title()).toBe('Checkout');
  });

  test('E2 several messages of one field are lines, and each is in the summary', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer(inputError(email, { ...email, message: 'Use a work address' }));
    await submitted(island);
    expect(await said(island, '#order-email-error')).toMatchObject({
      text: 'Enter an email address\nUse a work address',
    });
    expect(await links(island)).toHaveLength(2);
  });

  test('E2 a message is said once where the name on the form is spelled as the path is', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer(inputError({ ...email, name: 'email' }));
    await submitted(island);
    expect(await said(island, '#order-email-error')).toMatchObject({ text: 'Enter an email address' });
    expect(await links(island)).toEqual(['#order-email Enter an email address']);
  });

  test('E2 without a summary the first invalid control has the focus, and the status says what is the form’s', async () => {
    const island = await studio.island();
    await island.open(orderForm({ summary: false }));
    island.answer(inputError({ path: [], message: 'Not today' }, note, email));
    await submitted(island);
    expect(await focused(island)).toBe('order-email');
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Not today' });
    island.answer(inputError(note));
    await submitted(island);
    expect(await focused(island)).toBe('order-note');
    expect(await said(island, '[role=status]')).toMatchObject({ text: '' });
  });

  test('E2 without a summary the status also says what is wrong with a control that has no place for its errors', async () => {
    const island = await studio.island();
    await island.open(orderForm({ summary: false, fields: '<input name="code" id="code">' }));
    island.answer(inputError(email, { path: ['code'], message: 'Wrong code' }));
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Wrong code' });
    expect(await said(island, '#order-email-error')).toMatchObject({ text: 'Enter an email address' });
    expect(await island.page.locator('#code').getAttribute('aria-invalid')).toBe('true');
  });

  test('E2 of a lone tick box the box is marked, and not the hidden input that is sent where it is not ticked', async () => {
    const island = await studio.island();
    await island.open(
      orderForm({
        fields: `<input type="hidden" name="terms" value="false">
          <input type="checkbox" name="terms" id="order-terms" value="true" data-action-control="terms">`,
      }),
    );
    island.answer(inputError({ path: ['terms'], message: 'Accept the terms' }));
    await submitted(island);
    expect(await island.page.locator('[aria-invalid]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'order-terms',
    ]);
    expect(await links(island)).toEqual(['#order-terms Accept the terms']);
  });

  test('E2 the summary leads to a control that has no place for its errors', async () => {
    const island = await studio.island();
    await island.open(orderForm({ fields: '<input name="code" id="code"><input name="other">' }));
    const other = { path: ['other'], message: 'Wrong too' };
    island.answer(inputError({ path: ['code'], message: 'Wrong code' }, other));
    await submitted(island);
    expect(await links(island)).toEqual(['#code Wrong code', 'Wrong too']);
    expect(await said(island, '[role=status]')).toMatchObject({ text: '' });
  });

  test('E2 an error of the action is shown in the summary, and takes the errors of fields away', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer(inputError(email));
    await submitted(island);
    island.answer(actionError(401, 'UNAUTHORIZED', 'Sign in first'));
    await submitted(island);
    expect(await links(island)).toEqual(['Sign in first']);
    expect(await island.page.locator('[aria-invalid]').count()).toBe(0);
    expect((await island.events()).at(-2)?.detail.error).toEqual({
      type: 'AstroActionError',
      code: 'UNAUTHORIZED',
      status: 401,
      message: 'Sign in first',
      issues: [],
    });
  });

  test('E2 rows, aliases, groups, and names that are nowhere on the page', async () => {
    const island = await studio.island();
    const fields = `
      <input name="items[0].sku" id="sku" data-action-control="items[0].sku" aria-describedby="sku-error">
      <p id="sku-error" data-action-errors="items[0].sku" hidden></p>
      <input name="items.1.sku" id="alias"><p data-action-errors="items.1.sku" hidden></p>
      <fieldset id="color-group" data-action-control="color" tabindex="-1"><legend>Color</legend>
        <input type="radio" name="color" value="red" id="color"></fieldset>
      <p data-action-errors="color" hidden></p>
      <fieldset id="inks-group" data-action-control="inks" tabindex="-1"><legend>Inks</legend>
        <input type="hidden" name="inks" value=""><input type="checkbox" name="inks" value="blue" id="inks"></fieldset>
      <input type="hidden" name="agree" value="false">
      <input type="checkbox" name="agree" value="true" id="agree" data-action-control="agree">`;
    await island.open(orderForm({ fields }));
    island.answer(
      inputError(
        { path: ['nowhere'], message: 'Lost' },
        { path: ['agree'], message: 'Agree' },
        { path: ['inks'], message: 'Choose' },
        { path: ['color'], message: 'Pick' },
        { path: ['items', 1, 'sku'], name: 'items.1.sku', message: 'Alias' },
        { path: ['items', 0, 'sku'], message: 'Sold out' },
      ),
    );
    await submitted(island);
    expect(await links(island)).toEqual([
      'Lost',
      '#sku Sold out',
      '#color Pick',
      '#inks Choose',
      '#agree Agree',
      '#alias Alias',
    ]);
    expect(await said(island, '[data-action-errors="items.1.sku"]')).toMatchObject({ text: 'Alias' });
    expect(await said(island, '[data-action-errors=color]')).toMatchObject({ text: 'Pick' });
  });

  test('A3 of a group the group is invalid, not each choice in it; a lone choice is', async () => {
    const island = await studio.island();
    const group = (name: string, choices: string) =>
      `<fieldset id="${name}-group" data-action-control="${name}"><legend>${name}</legend>${choices}</fieldset>`;
    const choice = (type: string, name: string) => `<input type="${type}" name="${name}" id="${name}">`;
    const fields = `${group('color', choice('radio', 'color'))}${group('inks', choice('checkbox', 'inks'))}
      ${choice('checkbox', 'agree')}<fieldset>${choice('radio', 'size')}</fieldset>`;
    await island.open(orderForm({ fields }));
    island.answer(
      inputError(...['color', 'inks', 'agree', 'size'].map((name) => ({ path: [name], message: `${name}?` }))),
    );
    await submitted(island);
    const marked = island.page.locator('[aria-invalid=true]');
    expect(await marked.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'color-group',
      'inks-group',
      'agree',
      'size',
    ]);
  });

  test('E2 a link of the summary leads to its control', async () => {
    const island = await studio.island();
    await island.open(orderForm());
    island.answer(inputError(note));
    await submitted(island);
    await island.page.click('[data-action-summary] a');
    expect(await focused(island)).toBe('order-note');
  });

  test('E2 a form that is controlled from outside: `form=`, one form a table row', async () => {
    const island = await studio.island();
    const row = (
      id: string,
    ) => `<tr><td>${orderForm({ id, status: true }).replace(/<div data-action-field[\s\S]*?<\/div>/g, '')}</td>
      <td><input form="${id}" id="${id}-qty" name="qty" data-action-control="qty" aria-describedby="${id}-qty-error">
      <p id="${id}-qty-error" data-action-errors="qty" hidden></p><button form="${id}" id="${id}-go">Save</button></td></tr>`;
    await island.open(`<input name="qty" aria-invalid="true" id="foreign"><table>${row('a')}${row('b')}</table>`);
    island.answer(inputError({ path: ['qty'], message: 'Too many' }));
    await submitted(island, () => island.page.click('#b-go'));
    expect(await said(island, '#a-qty-error')).toEqual({ text: '', hidden: true });
    expect(await said(island, '#b-qty-error')).toEqual({ text: 'Too many', hidden: false });
    expect(await island.page.locator('[aria-invalid=true]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'foreign',
      'b-qty',
    ]);
  });

  test('E2 a summary and a status outside of the form are the form’s', async () => {
    const island = await studio.island();
    const outside = `<div data-action-summary hidden tabindex="-1"><ul></ul></div><p role="status" data-action-status="Saved"></p>`;
    await island.open(outside + orderForm({ summary: false, status: false }));
    island.answer(inputError(email));
    await submitted(island);
    expect(await links(island)).toEqual(['#order-email Enter an email address']);
    expect(await focused(island)).toBe('data-action-summary');
    island.answer({ status: 204 });
    await submitted(island);
    expect(await said(island, '[role=status]')).toMatchObject({ text: 'Saved' });
  });

  test('E2 of two forms only the one that was sent changes', async () => {
    const island = await studio.island();
    await island.open(orderForm() + orderForm({ id: 'other', emailError: 'Still wrong' }));
    island.answer(inputError(email));
    await submitted(island, () => island.page.click('#order button'));
    expect(await said(island, '#order-email-error')).toMatchObject({ text: 'Enter an email address' });
    expect(await said(island, '#other-email-error')).toMatchObject({ text: 'Still wrong', hidden: false });
  });
});
