import { z } from 'astro/zod';
import { beforeAll, expect, test } from 'vitest';
import { zfd } from 'zod-form-data';
import OneField from './fixtures/OneField.astro';
import { element, elements } from './support/html.js';
import { asInDev, openPage, render } from './support/render.js';

beforeAll(asInDev);

const schema = zfd.formData({
  name: zfd.text(z.string().max(60)).meta({ label: 'Your name', description: 'As on the badge' }),
  seats: zfd.numeric(z.int().min(1).max(4)),
  days: zfd.repeatable(z.array(z.enum(['sat', 'sun'])).min(1)),
  photo: zfd.file(z.file().mime('image/png').optional()),
  terms: zfd.checkbox(),
  rows: z.array(z.object({ note: zfd.text(z.string().optional()) })),
});

test('getForm knows the fields of a zfd.formData() schema, and their constraints', () => {
  const { form } = openPage(schema);
  const { field, fields } = form();
  const constraints = [fields.name, fields.seats, fields.days, fields.photo, fields.terms, fields.rows[0]!.note].map(
    (token) => field(token).constraints,
  );
  expect(constraints).toEqual([
    { required: true, maxlength: 60 },
    { required: true, min: 1, max: 4, step: 1, inputmode: 'numeric' },
    { required: true, multiple: true },
    { accept: 'image/png' },
    {},
    {},
  ]);
  expect(form().attributes['enctype']).toBe('multipart/form-data');
});

test('fields print labels, hints and values of such a schema', async () => {
  const { page, form } = openPage(schema, { values: { name: ['Ada'] }, errors: { name: 'Too short' } });
  const html = await render(OneField, page, { form: form(), field: { name: 'name' } });
  expect(element(html, 'label', { for: 'demo-name' }).inner).toContain('Your name');
  expect(element(html, 'p', { id: 'demo-name-hint' }).inner).toContain('As on the badge');
  expect(element(html, 'input', { id: 'demo-name' }).attributes).toMatchObject({
    value: 'Ada',
    'aria-invalid': 'true',
  });
});

test('a group of boxes is one of a repeatable', async () => {
  const { page, form } = openPage(schema);
  const values = { days: ['sun' as const] };
  const html = await render(OneField, page, { form: form({ values }), field: { name: 'days', as: 'checkboxes' } });
  const boxes = elements(html, 'input').filter(({ attributes }) => attributes['type'] === 'checkbox');
  expect(boxes.map(({ attributes }) => [attributes['value'], 'checked' in attributes])).toEqual([
    ['sat', false],
    ['sun', true],
  ]);
});
