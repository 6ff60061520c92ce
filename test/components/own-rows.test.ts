import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { openPage } from './support/render.js';

const schema = z.object({
  rows: z.array(
    z.object({
      sku: z.string().default('A'),
      qty: z.int(),
      gift: z.boolean(),
      at: z.date().meta({ type: 'datetime-local' }),
      address: z.object({ zip: z.string() }),
      notes: z.array(z.string()),
    }),
  ),
  tags: z.array(z.string()),
});

/** What a button of the page's own has the island show in the row that it adds. */
function fillOf(list: 'rows' | 'tags', value?: unknown): unknown {
  const form = openPage(schema).form({ timeZone: 'Europe/Vienna' });
  // why: the table holds values of either list
  const attributes = form.intent('insert', form.fields[list] as never, { at: 0, value: value as never });
  const json = attributes['data-action-fill'];
  return json === '' ? '' : JSON.parse(String(json));
}

test.each([
  ['values', 'rows', { qty: 2, gift: true }, { '.sku': ['A'], '.qty': ['2'], '.gift': ['true'] }],
  ['a value in the place of a default', 'rows', { sku: 'B' }, { '.sku': ['B'] }],
  ['a date, in the zone of the form', 'rows', { at: new Date('2026-05-04T07:30Z') }, { '.at': ['2026-05-04T09:30'] }],
  ['a field in a field', 'rows', { address: { zip: '12345' } }, { '.address.zip': ['12345'] }],
  ['the one control of a row', 'tags', 'new', { '': ['new'] }],
] as const)("a button of the page's own says what its row shows: %s", (_, list, value, expected) => {
  expect(fillOf(list, value)).toMatchObject(expected);
});

test.each([
  ['without a value what the schema says', 'rows', undefined, { '.sku': ['A'] }],
  ['nothing, where the schema says nothing', 'tags', undefined, {}],
  ['nothing of a row with a list, which the server prints', 'rows', { notes: ['one'] }, ''],
  ['nor of one with an empty list', 'rows', { notes: [] }, ''],
] as const)("a button of the page's own says %s", (_, list, value, expected) => {
  expect(fillOf(list, value)).toEqual(expected);
});
