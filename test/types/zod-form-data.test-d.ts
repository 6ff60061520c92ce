import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { defineAction, getForm, type PageContext } from '../../src/server.js';

const apply = defineAction({
  accept: 'form',
  input: zfd.formData({
    name: zfd.text(),
    age: zfd.numeric(z.number().optional()),
    terms: zfd.checkbox(),
    photo: zfd.file(),
    skills: zfd.repeatable(z.array(zfd.text())),
    layout: zfd.json(z.object({ columns: z.number() })),
    address: z.object({ street: zfd.text() }),
    entries: z.array(z.object({ note: zfd.text() })),
  }),
  handler: (input, ctx) => {
    expectTypeOf(input.name).toEqualTypeOf<string>();
    expectTypeOf(input.age).toEqualTypeOf<number | undefined>();
    expectTypeOf(input.terms).toEqualTypeOf<boolean>();
    expectTypeOf(input.layout).toEqualTypeOf<{ columns: number }>();
    // @ts-expect-error the schema has no such field
    ctx.invalid({ nmae: 'x' });
    return ctx.invalid({ 'address.street': 'x', 'entries[0].note': 'y' });
  },
});

declare const page: PageContext;

describe('an action whose schema is zfd.formData()', () => {
  const form = getForm(page, apply, { values: { name: 'Ada', address: { street: 'x' } } });

  test('has the fields of what is inside', () => {
    expectTypeOf(form.fields).toHaveProperty('name');
    expectTypeOf(form.fields.address).toHaveProperty('street');
    expectTypeOf(form.fields.entries[0]!).toHaveProperty('note');
    // @ts-expect-error did you mean name?
    void form.fields.nmae;
    // @ts-expect-error a list has no such part
    void form.fields.entries.note;
  });

  test('and none of FormData’s own', () => {
    // @ts-expect-error a method of FormData is no field
    void form.fields.append;
    // @ts-expect-error a list is what the schema says, no iterator
    void form.fields.entries.next;
    // @ts-expect-error values are what the schema takes
    getForm(page, apply, { values: { entries: () => [] } });
  });
});

const search = defineAction({
  accept: 'form',
  input: zfd.formData({ q: zfd.text() }),
  handler: ({ q }) => q,
});

test('a form without a field of that name has none', () => {
  // @ts-expect-error a method of FormData is no field
  void getForm(page, search).fields.entries;
});
