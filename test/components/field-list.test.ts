import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import Bare from './fixtures/Bare.astro';
import BareList from './fixtures/BareList.astro';
import ListExtras from './fixtures/ListExtras.astro';
import MarkupBeside from './fixtures/MarkupBeside.astro';
import Order from './fixtures/Order.astro';
import { element, elements, ids, references } from './support/html.js';
import { orderSchema } from './support/order.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

async function renderOrder(posted?: Posted, values?: object) {
  const { page, form } = openPage(orderSchema, posted);
  return render(Order, page, { form: form({ values }) });
}

const names = (html: string, pattern: RegExp) =>
  elements(html, 'input').flatMap(({ attributes }) => attributes['name']?.match(pattern)?.[0] ?? []);

describe('a list', () => {
  test('A1: is a fieldset with a legend, and each row is a named group', async () => {
    const html = await renderOrder(undefined, {
      items: [
        { sku: 'a', qty: 1 },
        { sku: 'b', qty: 2 },
      ],
    });
    const list = element(html, 'fieldset', { id: 'demo-items' });
    expect(list.attributes).toMatchObject({
      'data-action-control': 'items',
      tabindex: '-1',
      'aria-describedby': 'demo-items-error',
    });
    const rows = elements(html, 'div').filter(({ attributes }) => 'data-action-row' in attributes);
    expect(rows.map(({ attributes }) => [attributes['role'], attributes['aria-label']])).toEqual([
      ['group', 'Items 1'],
      ['group', 'Items 2'],
    ]);
    expect(element(html, 'input', { name: 'items[1].qty' }).attributes).toMatchObject({
      id: 'demo-items-1-qty',
      value: '2',
      max: '99',
    });
  });

  test('without values has one empty row', async () => {
    expect(names(await renderOrder(), /^items.*/)).toEqual(['items[0].sku', 'items[0].qty']);
  });

  test('after a failed post rows keep the numbers that they were submitted under', async () => {
    const html = await renderOrder({
      values: { 'items[5].sku': ['x'], 'items[5].qty': ['0'] },
      errors: { 'items[5].qty': 'Too few', items: 'Sold out' },
    });
    expect(names(html, /^items.*/)).toEqual(['items[5].sku', 'items[5].qty']);
    expect(element(html, 'p', { id: 'demo-items-5-qty-error' }).inner).toBe('Too few');
    expect(element(html, 'p', { id: 'demo-items-error' }).inner).toBe('Sold out');
    expect(element(html, 'fieldset', { id: 'demo-items' }).attributes['aria-invalid']).toBe('true');
  });

  test('markup beside the function is an error: Astro would drop it without a word', async () => {
    const { page, form } = openPage(orderSchema);
    await expect(render(MarkupBeside, page, { form: form() })).rejects.toThrow(/Markup beside the function/);
  });

  test('takes label and hint from the schema, where it is given none', async () => {
    const items = orderSchema.shape.items.meta({ label: 'Basket', description: 'At least one' });
    const { page, form } = openPage(orderSchema.extend({ items }));
    const html = await render(BareList, page, { form: form() });
    expect(element(html, 'p', { id: 'demo-items-hint' }).inner).toContain('At least one');
    expect(element(html, 'legend').inner).toBe('Basket');
    expect(element(html, 'fieldset', { id: 'demo-items' }).attributes['aria-describedby']).toBe(
      'demo-items-hint demo-items-error',
    );
    const without = await render(BareList, page, { form: form({ id: 'other' }), hint: false });
    expect(ids(without)).not.toContain('other-items-hint');
    expect(ids(without)).toEqual(expect.arrayContaining(references(without)));
  });

  test('has places before and after its rows, a hint, and children without a function as they are', async () => {
    const { page, form } = openPage(orderSchema);
    const html = await render(ListExtras, page, { form: form() });
    const list = element(html, 'fieldset', { class: 'items' });
    expect(list.attributes['aria-describedby']).toBe('demo-items-hint demo-items-error');
    const order = ['<p>before</p>', 'items[0].sku', '<p>after</p>', 'No function', 'tags[0]'].map((text) =>
      html.indexOf(text),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
  });

  test('each row can be removed, and one added: by submit buttons that check nothing and name what they are for', async () => {
    const html = await renderOrder(undefined, { items: [{ sku: 'a' }, { sku: 'b' }] });
    const intents = elements(html, 'button').filter(({ attributes }) => attributes['name'] === '_action_intent');
    expect(intents.map(({ attributes, inner }) => [inner, attributes['value'], attributes['aria-label']])).toEqual([
      ['Remove', '["remove","items",0]', 'Remove: Items 1'],
      ['Remove', '["remove","items",1]', 'Remove: Items 2'],
      ['Add another', '["insert","items"]', undefined],
    ]);
    for (const { attributes } of intents) {
      expect(attributes).toMatchObject({ type: 'submit', formnovalidate: '', 'data-action-native': '' });
    }
  });

  test('Enter presses a button before them that does what the form’s own does', async () => {
    const html = await renderOrder();
    expect(elements(html, 'button')[0]?.attributes).toMatchObject({
      type: 'submit',
      name: 'step',
      value: 'done',
    });
    expect(html).toMatch(/<span hidden data-action-default><button [^>]*><\/button><\/span>/);
    const { page, form } = openPage(z.object({ email: z.email() }));
    expect(await render(Bare, page, { form: form() })).not.toContain('data-action-default');
  });
});
