import { z } from 'zod';
import { describe, expectTypeOf, test } from 'vitest';
import {
  ActionError,
  defineAction,
  fieldErrors,
  getForm,
  redirectTo,
  type Attributes,
  type FormField,
  type FormOption,
  type PageContext,
} from '../../src/server.js';
import { submit } from '../../src/testing.js';

const order = defineAction({
  accept: 'form',
  input: z.object({
    email: z.email(),
    name: z.string(),
    value: z.number(),
    id: z.string().optional(),
    address: z.object({ street: z.string() }).optional(),
    items: z.array(z.object({ sku: z.string(), qty: z.number() })),
    pay: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('card'), number: z.string() }),
      z.object({ kind: z.literal('bill'), iban: z.string() }),
    ]),
  }),
  handler: async (input, ctx) => {
    expectTypeOf(input.value).toEqualTypeOf<number>();
    expectTypeOf(ctx.locals).toEqualTypeOf<App.Locals>();
    if (input.value > 1)
      throw ctx.invalid({
        email: 'Taken',
        'address.street': ['a', 'b'],
        [`items[${1}].sku`]: 'Sold out',
        '': 'All wrong',
      });
    // @ts-expect-error the schema has no such field
    ctx.invalid({ emial: 'Taken' });
    // @ts-expect-error nor such a path
    ctx.invalid({ 'address.stret': 'x' });
    // @ts-expect-error nor such a code
    ctx.invalid({ email: 'Taken' }, { code: 'NOPE' });
    return redirectTo('/', { orderId: 1 }, { message: 'Thank you' });
  },
});
const plain = defineAction({ input: z.object({ name: z.string() }), handler: ({ name }) => ({ message: name }) });
const mixed = defineAction({
  accept: 'form',
  input: z.object({ a: z.string() }),
  handler: ({ a }) =>
    a === '' ? new ActionError({ code: 'CONFLICT' }) : a === 'x' ? redirectTo('/x', { b: 1 }) : { b: 2 },
});
const silent = defineAction({ accept: 'form', input: z.object({}), handler: () => {} });
const raw = defineAction({ accept: 'form', handler: (form) => ({ form }) });

declare const page: PageContext;

describe('T1: tokens', () => {
  const { fields } = getForm(page, order);

  test('are the fields of the schema, whatever these are called', () => {
    expectTypeOf(fields).toHaveProperty('email');
    expectTypeOf(fields.address).toHaveProperty('street');
    expectTypeOf(fields.items[0]!).toHaveProperty('sku');
    expectTypeOf(fields.pay).toHaveProperty('number');
    expectTypeOf(fields.pay).toHaveProperty('iban');
    expectTypeOf(fields).toHaveProperty('name');
    expectTypeOf(fields).toHaveProperty('value');
    expectTypeOf(fields).toHaveProperty('id');
  });

  test('and nothing else', () => {
    // @ts-expect-error did you mean email?
    void fields.emial;
    // @ts-expect-error no such part
    void fields.address.stret;
    // @ts-expect-error no such column
    void fields.items[0]!.quantity;
    // @ts-expect-error a text has no parts
    void fields.email.length;
  });
});

describe('T2: results', () => {
  test('data of a redirect, of plain data, of nothing', () => {
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof order>>['data']>>().toEqualTypeOf<{ orderId: number }>();
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof plain>>['data']>>().toEqualTypeOf<{ message: string }>();
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof mixed>>['data']>>().toEqualTypeOf<{ b: number }>();
    expectTypeOf<Awaited<ReturnType<typeof silent>>['data']>().toEqualTypeOf<void | undefined>();
    expectTypeOf(getForm(page, order).result!.data!.orderId).toEqualTypeOf<number>();
    expectTypeOf(getForm(page, raw).result!.data!.form).toEqualTypeOf<FormData>();
  });

  test('errors by path', () => {
    const errors = fieldErrors(getForm(page, order).result!.error);
    expectTypeOf(errors['items[0].sku']).toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf(errors['address.street']).toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf(errors['']).toEqualTypeOf<readonly string[] | undefined>();
    // @ts-expect-error no such path
    void errors['items[0].sky'];
    // @ts-expect-error no such path
    void errors['emial'];
  });

  test('of a test submission', async () => {
    const submitted = await submit(order, { form: { email: 'a@b.c', 'items[0].sku': 'x' } });
    expectTypeOf(submitted.data).toEqualTypeOf<{ orderId: number } | undefined>();
    // @ts-expect-error no such field
    await submit(order, { form: { emial: 'a@b.c' } });
  });
});

describe('fields for markup of a page', () => {
  const { fields, field } = getForm(page, order);

  test('have choices, and what goes with a control', () => {
    const shown = field(fields.pay.kind, { as: 'radio', options: { card: 'Card', bill: 'Bill' }, hint: true });
    expectTypeOf(shown).toEqualTypeOf<FormField>();
    expectTypeOf(shown.values).toEqualTypeOf<readonly string[]>();
    expectTypeOf(shown.options).toEqualTypeOf<readonly FormOption[]>();
    expectTypeOf(shown.options[0]!.attributes).toEqualTypeOf<Attributes>();
    expectTypeOf(shown.hidden).toEqualTypeOf<Attributes | undefined>();
    expectTypeOf(shown.hintText).toEqualTypeOf<string | undefined>();
    // @ts-expect-error that is for those who read the form
    shown.options[0]!.selected = true;
  });

  test('are printed as what HTML has', () => {
    field(fields.name, { as: 'checkboxes', options: [1, 'two', { value: 3, label: 'Three', disabled: true }] });
    // @ts-expect-error a box is what the schema asks for
    field(fields.name, { as: 'checkbox' });
    // @ts-expect-error headings are the page's
    field(fields.name, { as: 'select', options: [{ label: 'Fruit', options: ['apple'] }] });
  });
});

describe('buttons that edit the form', () => {
  const { fields, intent } = getForm(page, order);

  test('take a list to insert into, with what the new row shows', () => {
    expectTypeOf(intent('insert', fields.items)).toEqualTypeOf<Attributes>();
    intent('insert', fields.items, { at: 0, value: { qty: 1 } });
    // @ts-expect-error a text is no list
    intent('insert', fields.email);
    // @ts-expect-error nor is an object
    intent('insert', fields.address);
    // @ts-expect-error rows have no such column
    intent('insert', fields.items, { value: { quantity: 1 } });
    // @ts-expect-error a number is a number
    intent('insert', fields.items, { value: { qty: '1' } });
    // @ts-expect-error a place is a number
    intent('insert', fields.items, { at: 'end' });
  });

  test('take a row to do something with, or nothing to show the form again', () => {
    for (const type of ['remove', 'up', 'down', 'duplicate'] as const) {
      expectTypeOf(intent(type, fields.items[0]!)).toEqualTypeOf<Attributes>();
    }
    expectTypeOf(intent('update')).toEqualTypeOf<Attributes>();
    // @ts-expect-error there is no such edit
    intent('delete', fields.items[0]!);
    // @ts-expect-error of which row?
    intent('remove');
    // @ts-expect-error a row is a token, and not its name
    intent('remove', 'items[0]');
    // @ts-expect-error a row has no place to go to
    intent('up', fields.items[0]!, { at: 0 });
    // @ts-expect-error that is the whole form
    intent('update', fields.email);
  });
});

describe('options of a form', () => {
  test('say when fields are checked', () => {
    const { fields, field } = getForm(page, order, { validate: 'blur' });
    getForm(page, order, { validate: false });
    field(fields.email, { validate: 'input' });
    // @ts-expect-error there is no such moment
    getForm(page, order, { validate: 'change' });
    // @ts-expect-error nor is it a switch
    field(fields.email, { validate: true });
  });

  test('are typed by the input', () => {
    getForm(page, order, { values: { email: 'x', items: [{ sku: 'a' }], id: null }, bound: { id: '1' } });
    // @ts-expect-error a number is a number
    getForm(page, order, { values: { value: '1' } });
    // @ts-expect-error no such field
    getForm(page, order, { values: { emial: '1' } });
    // @ts-expect-error no such field
    getForm(page, order, { bound: { nope: 1 } });
  });
});

describe('T3: an action that takes JSON', () => {
  test('is no form', () => {
    // @ts-expect-error it takes JSON
    getForm(page, plain);
    getForm(page, silent);
    getForm(page, raw);
  });
});

describe('a GET form', () => {
  test('takes a schema', () => {
    const search = getForm(page, z.object({ q: z.string().default('') }));
    expectTypeOf(search.fields).toHaveProperty('q');
    // @ts-expect-error no such field
    void search.fields.p;
  });
});

describe('an action that is done once', () => {
  test('takes a form', () => {
    defineAction({ accept: 'form', once: true, input: z.object({}), handler: () => {} });
    defineAction({ accept: 'form', once: { keep: 60 }, handler: () => {} });
    defineAction({ once: false, handler: () => {} });
    // @ts-expect-error JSON carries no key
    defineAction({ once: true, handler: () => {} });
    // @ts-expect-error seconds are a number
    defineAction({ accept: 'form', once: { keep: '1h' }, handler: () => {} });
  });

  test('has the types of any other', () => {
    const once = defineAction({
      accept: 'form',
      once: true,
      input: z.object({ n: z.number() }),
      handler: ({ n }) => redirectTo('/', { n }),
    });
    expectTypeOf<Awaited<ReturnType<typeof once>>['data']>().toEqualTypeOf<{ n: number } | undefined>();
  });
});
