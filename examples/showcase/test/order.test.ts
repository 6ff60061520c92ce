import { rmSync } from 'node:fs';
import { fieldErrors } from 'astro-action-forms/server';
import { submit } from 'astro-action-forms/testing';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { order } from '../src/actions/order';
import { database } from '../src/data/database';
import { findLastOrder, findOrder } from '../src/data/orders';

const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  return mkdtempSync(`${tmpdir()}/showcase-test-`);
});
// A module that Astro makes: where the orders are kept.
vi.mock('astro:env/server', () => ({ SHOWCASE_DATA: folder }));
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Two rows, as the page sends them. */
const form = {
  email: 'ada@example.org',
  'address.street': '1 Analytical Row',
  'address.zip': '12345',
  'items[0].sku': 'NB-A5',
  'items[0].qty': '2',
  'items[1].sku': 'CAL-27',
  'items[1].qty': '1',
} as const;

describe('an order that can be delivered', () => {
  test('is kept for the browser that placed it, row by row', async () => {
    const { data, redirect, message, status } = await submit(order, { form, locals: { visitor: 'ada' } });
    expect(status).toBe(303);
    expect(redirect).toBe(`/orders/${data?.id}`);
    expect(message).toContain('Thank you.');
    expect(findOrder(data?.id ?? '', 'ada')).toMatchObject({
      email: 'ada@example.org',
      address: { street: '1 Analytical Row', zip: '12345' },
      items: [
        { sku: 'NB-A5', qty: 2 },
        { sku: 'CAL-27', qty: 1 },
      ],
    });
    expect(findOrder(data?.id ?? '', 'grace')).toBeUndefined();
  });

  test('leads to a page in the mode that it was placed in', async () => {
    const url = 'http://localhost/order?js=off';
    const { redirect } = await submit(order, { form, url, locals: { visitor: 'ada' } });
    expect(redirect).toMatch(/^\/orders\/\w+\?js=off$/);
  });
});

describe('one that cannot is not kept, and says which row', () => {
  test.each([
    [
      'a code that is none',
      { 'items[1].sku': 'NB-A7' },
      400,
      'items[1].sku',
      'Nothing in the price list has this code',
    ],
    ['a quantity that is no number', { 'items[0].qty': 'two' }, 400, 'items[0].qty', 'Enter how many'],
    ['something sold out', { 'items[1].sku': 'SOLD-1' }, 409, 'items[1].sku', 'Sold out'],
    ['a ZIP code of four digits', { 'address.zip': '1234' }, 400, 'address.zip', 'Enter a ZIP code of five digits'],
  ])('%s', async (_, wrong, expected, field, said) => {
    const { data, error, status } = await submit(order, { form: { ...form, ...wrong }, locals: { visitor: 'eve' } });
    expect([status, data]).toEqual([expected, undefined]);
    expect({ ...fieldErrors(error) }).toEqual({ [field]: [said] });
    expect(findLastOrder('eve')).toBeUndefined();
  });

  test('one of nothing', async () => {
    const { email, 'address.street': street, 'address.zip': zip } = form;
    const rest = { email, 'address.street': street, 'address.zip': zip };
    const { error } = await submit(order, { form: rest, locals: { visitor: 'eve' } });
    expect({ ...fieldErrors(error) }).toEqual({ items: ['Order something'] });
  });
});
