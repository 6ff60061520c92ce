import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ActionError, defineAction, fieldErrors, redirectTo } from '../../src/server.js';
import { submit } from '../../src/testing.js';

const order = defineAction({
  accept: 'form',
  input: z.object({
    email: z.email('Enter an email address'),
    items: z.array(z.object({ sku: z.string(), qty: z.number() })).default([]),
    note: z.file().optional(),
  }),
  handler: ({ email, items, note }, ctx) => {
    if (ctx.cookies.get('session')?.value !== 'ada') throw new ActionError({ code: 'UNAUTHORIZED', message: 'Log in' });
    if (email === 'crash@example.com') throw new Error('hunter2');
    if (email === 'taken@example.com')
      return ctx.invalid({ email: 'Taken', 'items[1].sku': 'Gone' }, { code: 'CONFLICT' });
    if (items.length === 0) return { email, items, note: note?.name };
    return redirectTo('/orders/1', { email, items, note: note?.name }, { message: 'Thank you' });
  },
});
const cookies = { session: 'ada' };

describe('submit() runs an action without a server', () => {
  test('and gives data, redirect and message', async () => {
    const form = { email: 'a@example.com', 'items[0].sku': 'x', 'items[0].qty': '2', note: new File(['x'], 'n.txt') };
    expect(await submit(order, { form, cookies })).toEqual({
      data: { email: 'a@example.com', items: [{ sku: 'x', qty: 2 }], note: 'n.txt' },
      error: undefined,
      redirect: '/orders/1',
      message: 'Thank you',
      status: 303,
    });
  });

  test('in the language of a page', async () => {
    const broken = { _action_form: 'forged', email: 'a@example.com' } as { email: string }; // why: no form of a page says this
    const german = await submit(order, { form: broken, locale: 'de' });
    expect(german.error?.message).toContain('zu lange offen');
    expect((await submit(order, { form: broken })).error?.message).toContain('open for too long');
  });

  test('takes FormData as well', async () => {
    const form = new FormData();
    form.append('email', 'a@example.com');
    expect(await submit(order, { form, cookies })).toMatchObject({
      data: { email: 'a@example.com' },
      redirect: undefined,
      status: 303,
    });
  });

  test('parses: bad input does not reach the handler', async () => {
    const { data, error, status } = await submit(order, { form: { email: 'nope' } });
    expect([data, status]).toEqual([undefined, 400]);
    expect({ ...fieldErrors(error) }).toEqual({ email: ['Enter an email address'] });
  });

  test.each([
    ['an ActionError', 'a@example.com', {}, 'UNAUTHORIZED', 401],
    ['ctx.invalid', 'taken@example.com', cookies, 'CONFLICT', 409],
    ['an exception, masked', 'crash@example.com', cookies, 'INTERNAL_SERVER_ERROR', 500],
  ])('gives %s', async (_, email, sent, code, status) => {
    const submitted = await submit(order, { form: { email }, cookies: sent });
    expect(submitted).toMatchObject({ data: undefined, status, error: { code } });
    expect(submitted.error?.message).not.toContain('hunter2');
  });

  test("numbers the rows of the handler's errors as they were submitted", async () => {
    const form = {
      email: 'taken@example.com',
      'items[0].sku': 'a',
      'items[0].qty': '1',
      'items[4].sku': 'b',
      'items[4].qty': '1',
    };
    const { error } = await submit(order, { form, cookies });
    expect({ ...fieldErrors(error) }).toEqual({ email: ['Taken'], 'items[4].sku': ['Gone'] });
  });

  test('runs an action that is done once every time: a test sends no key', async () => {
    let runs = 0;
    const plus = defineAction({ accept: 'form', once: true, input: z.object({}), handler: () => (runs += 1) });
    const results = [await submit(plus, { form: {} }), await submit(plus, { form: {} })];
    expect(results.map(({ data }) => data)).toEqual([1, 2]);
  });

  test('refuses what is no action of ours, and says what to pass', async () => {
    await expect(submit((async () => ({ data: 1, error: undefined })) as never, { form: {} })).rejects.toMatchObject({
      hint: expect.stringContaining('server.name'),
    });
  });
});

describe('defineAction', () => {
  test('refuses a schema that no form can send, and names the path', () => {
    const input = z.object({ deep: z.object({ run: z.function() }) });
    expect(() => defineAction({ accept: 'form', input, handler: () => {} })).toThrow(/deep\.run/);
    expect(() => defineAction({ input, handler: () => {} })).not.toThrow();
  });

  test('refuses a reserved name', () => {
    const input = z.object({ _action_form: z.string() });
    expect(() => defineAction({ accept: 'form', input, handler: () => {} })).toThrow(/_action_form/);
  });
});
