import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import AheadForm from './fixtures/AheadForm.astro';
import Bare from './fixtures/Bare.astro';
import DropIn from './fixtures/DropIn.astro';
import FunctionInForm from './fixtures/FunctionInForm.astro';
import Order from './fixtures/Order.astro';
import Outside from './fixtures/Outside.astro';
import PlainInput from './fixtures/PlainInput.astro';
import StatusText from './fixtures/StatusText.astro';
import Twice from './fixtures/Twice.astro';
import { element, elements, ids, references } from './support/html.js';
import { orderSchema } from './support/order.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

const emailSchema = z.object({ email: z.email() });

async function renderOrder(posted?: Posted, props: Record<string, unknown> = {}) {
  const { page, form } = openPage(orderSchema, posted);
  return render(Order, page, { form: form(), ...props });
}

async function renderBare(posted?: Posted, props: Record<string, unknown> = {}) {
  const { page, form } = openPage(emailSchema, posted);
  return render(Bare, page, { form: form(), ...props });
}

describe('the form', () => {
  test('posts without JavaScript to its page, with the query kept and a sealed record', async () => {
    const html = await renderBare(undefined, { class: 'mine', 'data-x': '1' });
    const { attributes } = element(html, 'form');
    expect(attributes).toMatchObject({ id: 'demo', method: 'post', class: 'mine', 'data-x': '1' });
    expect([...new URLSearchParams(attributes['action'])]).toEqual([
      ['tab', '2'],
      ['_action', 'demo'],
    ]);
    expect(element(html, 'input', { name: '_action_form' }).attributes['type']).toBe('hidden');
  });

  test.each<[string, Posted | undefined, object]>([
    ['before a post', undefined, {}],
    ['after one that failed', { values: { email: ['x'] }, errors: { email: 'No address', '': 'Not now' } }, {}],
    ['after one that has something to say', { message: 'Thank you' }, {}],
    ['by hand, after one that failed', { errors: { email: 'No address' } }, { isByHand: true }],
  ])('waits for nothing, so that Astro sends the page in one piece: %s', async (_, posted, props) => {
    const { page, form } = openPage(emailSchema, posted);
    const html = await render(AheadForm, page, { form: form(), ...props });
    expect(element(html, 'section').attributes['data-waits']).toBe('false');
  });

  test('without enhance there is no script and no element', async () => {
    const html = await renderBare();
    expect(html).not.toContain('<script');
    expect(html).not.toContain('action-form>');
  });

  test('with enhance the element is around the form, and the island comes along', async () => {
    const html = await renderBare(undefined, { enhance: true });
    expect(html.indexOf('<action-form')).toBeLessThan(html.indexOf('<form'));
    expect(html).toMatch(/<script[^>]+type="module"/);
  });

  test.each([
    ['repeat', 'queue', 'data-action-repeat', 'queue'],
    ['timeout', 500, 'data-action-timeout', '500'],
    ['timeout', 0, 'data-action-timeout', '0'],
    ['timeout', Infinity, 'data-action-timeout', '0'],
    ['timeout', 2 ** 31, 'data-action-timeout', '0'],
    ['unsaved', 'ask', 'data-action-unsaved', 'ask'],
  ])('%s is said to the island, by getForm or by the component', async (option, value, attribute, printed) => {
    const { page, form } = openPage(emailSchema);
    const byForm = await render(Bare, page, { form: form({ enhance: true, [option]: value }) });
    expect(element(byForm, 'form').attributes).toMatchObject({ [attribute]: printed });
    const byComponent = await renderBare(undefined, { enhance: true, [option]: value });
    expect(element(byComponent, 'form').attributes).toMatchObject({ [attribute]: printed });
    expect(element(await renderBare(), 'form').attributes).not.toHaveProperty(attribute);
  });

  test('a form with unsaved comes back from a failure as changed', async () => {
    const { page, form } = openPage(emailSchema, { values: { email: ['nobody'] }, errors: { email: 'No' } });
    const html = await render(Bare, page, { form: form({ unsaved: 'mark' }) });
    expect(element(html, 'form').attributes).toHaveProperty('data-action-dirty');
    expect(element(await renderBare(undefined, { unsaved: 'mark' }), 'form').attributes).not.toHaveProperty(
      'data-action-dirty',
    );
  });

  test('enhance={false} wins over a form that was opened with it', async () => {
    const { page, form } = openPage(emailSchema);
    const html = await render(Bare, page, { form: form({ enhance: true }), enhance: false });
    expect(html).not.toContain('<script');
    expect(elements(html, 'div').filter(({ attributes }) => 'data-action-summary' in attributes)).toEqual([]);
  });

  test('A1, A2: the same form twice: ids are unique, and every reference has its element', async () => {
    const { page, form } = openPage(orderSchema, { errors: { email: 'Wrong' } }, 'a/b ü');
    const html = await render(Twice, page, { first: form({ id: 'a/b ü' }), second: form({ id: 'second' }) });
    expect(new Set(ids(html)).size).toBe(ids(html).length);
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  });

  test('a token of another form, or a component outside of any form, is an error that says so', async () => {
    const { page } = openPage(emailSchema);
    await expect(render(Outside, page)).rejects.toThrow(/outside of a form/);
  });

  test('a function as its child is an error that says what to do', async () => {
    const { page, form } = openPage(emailSchema);
    await expect(render(FunctionInForm, page, { form: form() })).rejects.toThrow(
      /function as the child of <ActionForm>/,
    );
  });
});

describe('by action', () => {
  const open = () => openPage(z.object({ email: z.email(), name: z.string().optional() }));

  test('children find their form by name', async () => {
    const { page, action } = open();
    const html = await render(DropIn, page, {
      action,
      other: action,
      id: 'news',
      values: { email: 'a@b.example' },
      class: 'x',
    });
    expect(element(html, 'form').attributes).toMatchObject({ id: 'news', class: 'x' });
    expect(element(html, 'form').attributes).not.toHaveProperty('values');
    expect(element(html, 'input', { name: 'email' }).attributes).toMatchObject({
      id: 'news-email',
      value: 'a@b.example',
      required: '',
    });
  });

  test('a button runs another action of the same page, or posts elsewhere', async () => {
    const { page, action } = open();
    const html = await render(DropIn, page, { action, other: action });
    const [, later, elsewhere] = elements(html, 'button').map(({ attributes }) => attributes);
    expect([...new URLSearchParams(later?.['formaction'])]).toEqual([
      ['tab', '2'],
      ['_action', 'demo'],
    ]);
    expect(later).toHaveProperty('formnovalidate');
    expect(elsewhere?.['formaction']).toBe('/elsewhere');
  });

  test('a name that the schema lacks is an error with the nearest one', async () => {
    const { page, action } = open();
    await expect(render(DropIn, page, { action, other: action, field: 'emial' })).rejects.toThrow(/emial/);
  });

  test('neither form nor action is an error', async () => {
    const { page } = open();
    await expect(render(DropIn, page, {})).rejects.toThrow(/neither `form` nor `action`/);
  });
});

describe('the summary', () => {
  const posted = { errors: { agree: 'Agree', email: 'Enter an email address', '': 'Shop is closed' } };

  test('A4: every error in field order, in the words beside the field, linked to its control', async () => {
    const html = await renderOrder(posted);
    const summary = element(html, 'div', { role: 'group', tabindex: '-1' });
    expect(summary.attributes).toMatchObject({
      'data-action-summary': '',
      autofocus: '',
      'aria-labelledby': 'demo-summary-title',
    });
    expect(summary.attributes).not.toHaveProperty('hidden');
    expect(element(html, 'h2', { id: 'demo-summary-title' }).inner).toContain('There is a problem');
    const items = elements(html, 'li').map(({ inner }) => inner.replaceAll(/<[^>]+>/g, '').trim());
    expect(items).toEqual(['Shop is closed', 'Enter an email address', 'Agree']);
    expect(elements(html, 'a').map(({ attributes }) => attributes['href'])).toEqual(['#demo-email', '#demo-agree']);
    expect(ids(html)).toEqual(expect.arrayContaining(['demo-email', 'demo-agree']));
  });

  test('is not there before the first submit; with enhance it waits, hidden and without focus', async () => {
    expect(await renderOrder()).not.toContain('data-action-summary');
    const html = await renderOrder(undefined, { enhance: true });
    const { attributes } = element(html, 'div', { 'data-action-summary': '' });
    expect(attributes).toHaveProperty('hidden');
    expect(attributes).not.toHaveProperty('autofocus');
  });

  test('is put on top where the children have none, and never twice', async () => {
    const bare = await renderBare({ errors: { email: 'Wrong' } });
    expect(bare.indexOf('data-action-summary')).toBeLessThan(bare.indexOf('data-action-field'));
    const own = await renderOrder(posted);
    expect(own.match(/data-action-summary/g)).toHaveLength(1);
  });
});

test('the errors of controls written by hand are in the summary that the form puts on top', async () => {
  const schema = z.object({ email: z.email(), code: z.string() });
  const posted = { values: { code: ['x'] }, errors: { email: 'Enter an email address', code: 'Wrong code' } };
  const { page, form } = openPage(schema, posted);
  const html = await render(PlainInput, page, { form: form() });
  const links = elements(html, 'li').map(({ inner }) => inner.replaceAll(/<[^>]+>/g, '').trim());
  expect(links).toEqual(['Enter an email address', 'Wrong code']);
  expect(element(html, 'div', { 'data-action-summary': '' }).attributes).toMatchObject({ autofocus: '' });
  expect(element(html, 'input', { name: 'email' }).attributes).toEqual({ name: 'email' });
  expect(element(html, 'input', { name: 'code' }).attributes).toMatchObject({
    id: 'demo-code',
    value: 'x',
    'aria-invalid': 'true',
  });
});

describe('the status', () => {
  test('A6: is there before there is anything to say', async () => {
    const html = await renderOrder();
    const status = element(html, 'p', { role: 'status' });
    expect(status).toMatchObject({ inner: '' });
    expect(status.attributes).not.toHaveProperty('autofocus');
  });

  test('A6: says the message of a success, and has the focus without JavaScript', async () => {
    const html = await renderOrder({ message: 'Thank you' });
    const status = element(html, 'p', { role: 'status' });
    expect(status.inner).toBe('Thank you');
    expect(status.attributes).toMatchObject({ tabindex: '-1', autofocus: '' });
  });

  test('its slot is for a success without a message, also for the island', async () => {
    const { page, form } = openPage(emailSchema, {});
    const html = await render(StatusText, page, { form: form() });
    expect(element(html, 'p', { role: 'status' })).toMatchObject({ inner: 'Saved &amp; sent.' });
    const { page: later, form: idle } = openPage(emailSchema);
    const before = element(await render(StatusText, later, { form: idle() }), 'p', { role: 'status' });
    expect(before).toMatchObject({ inner: '', attributes: { 'data-action-status': 'Saved & sent.' } });
  });

  test('is put at the end where the children have none: with a message, or with enhance', async () => {
    expect(await renderBare()).not.toContain('role="status"');
    expect(await renderBare({ message: 'Thank you' })).toContain('Thank you');
    expect(await renderBare(undefined, { enhance: true })).toContain('role="status"');
  });
});

test('a field that is called like a member of every object shows nothing where nothing was read', async () => {
  const { page, form } = openPage(z.object({ constructor: z.string(), valueOf: z.string() }), {
    values: {},
    errors: { constructor: 'Too much was sent' },
  });
  const { field, fields } = form();
  expect([field(fields.constructor).value, field(fields.valueOf).value]).toEqual(['', '']);
  expect(page.isPrerendered).toBe(false);
});

describe('the submit button', () => {
  test('has a label, what it sends and what it says meanwhile', async () => {
    const button = elements(await renderOrder(), 'button').at(-1)!;
    expect(button.attributes).toMatchObject({
      type: 'submit',
      name: 'step',
      value: 'done',
      'data-action-pending': 'Placing…',
    });
    expect(button.inner).toContain('Place order');
    expect(element(await renderBare(), 'button').inner).toContain('Submit');
  });
});
