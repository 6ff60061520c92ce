import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
// why: components run on the built package, and a record is opened by what sealed it
import { parseFormInput } from '../../dist/server/parse-input.js';
import Delivery from './fixtures/Delivery.astro';
import { element } from './support/html.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

const schema = z.object({
  name: z.string(),
  address: z.object({ street: z.string().min(1), country: z.enum(['DE', 'US']), gift: z.boolean() }).optional(),
  decision: z.enum(['keep', 'publish']),
});
const values = { name: 'Ada', address: { country: 'DE', gift: true }, decision: 'keep' } as const;

/** What the action gets of a form that was rendered so, and then sent so. */
async function sendRendered(
  options: object,
  sent: readonly (readonly [string, string])[],
  posted?: Posted,
): Promise<unknown> {
  const { page, form } = openPage(schema, posted);
  const html = await render(Delivery, page, { form: form(options) });
  const data = new FormData();
  data.append('_action_form', String(element(html, 'input', { name: '_action_form' }).attributes['value']));
  for (const [name, value] of sent) data.append(name, value);
  return parseFormInput(schema, data);
}

const untouched = [
  ['name', 'Ada'],
  ['address.street', ''],
  ['address.country', 'DE'],
  ['address.gift', 'false'],
  ['address.gift', 'true'],
] as const;

describe('what the page had chosen beforehand is not taken for a person’s choice', () => {
  test('an optional part with nothing but that is left out', async () => {
    expect(await sendRendered({ values }, [...untouched, ['decision', 'keep']])).toEqual({
      name: 'Ada',
      decision: 'keep',
    });
  });

  test('without it, a choice is one', async () => {
    await expect(sendRendered({}, [...untouched, ['decision', 'keep']])).rejects.toMatchObject({ status: 400 });
  });

  test('another choice is one', async () => {
    const other = untouched.map(([name, value]) => [name, name === 'address.country' ? 'US' : value] as const);
    await expect(sendRendered({ values }, [...other, ['decision', 'keep']])).rejects.toMatchObject({
      issues: [{ path: ['address', 'street'] }],
    });
  });

  test('a choice that is shown again after a failure stays one', async () => {
    const sent = { 'address.country': ['US'], 'address.gift': ['false'] };
    const other = untouched.map(([name, value]) => [name, name === 'address.country' ? 'US' : value] as const);
    await expect(
      sendRendered({ values }, [...other, ['decision', 'keep']], { values: sent, errors: { name: 'Enter a name' } }),
    ).rejects.toMatchObject({ issues: [{ path: ['address', 'street'] }] });
  });
});

test('a button wins over a field of the same name', async () => {
  const sent = [...untouched, ['decision', 'keep'], ['decision', 'publish']] as const;
  expect(await sendRendered({ values }, sent)).toEqual({ name: 'Ada', decision: 'publish' });
});

test('a field that no button is named like, sent twice, is an error', async () => {
  const sent = [...untouched, ['name', 'Bob'], ['decision', 'keep']] as const;
  await expect(sendRendered({ values }, sent)).rejects.toMatchObject({ issues: [{ path: ['name'] }] });
});

test.each([
  ['values and something bound', { values, bound: { name: 'Ada' } }, 'demo--record'],
  ['values alone', { values }, undefined],
  ['something bound alone', { bound: { name: 'Ada' } }, undefined],
])('a form with %s: the id by which the island takes its record anew is %j', async (_, options, id) => {
  const { page, form } = openPage(schema);
  const html = await render(Delivery, page, { form: form(options) });
  expect(element(html, 'input', { name: '_action_form' }).attributes['id']).toBe(id);
});
