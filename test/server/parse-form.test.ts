import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors, isInputError, parseForm } from '../../src/server.js';
import { defaultMessages } from '../../src/shared/messages.js';

const schema = z.object({ n: z.number('Enter a number'), at: z.date().optional() });
const toForm = (pairs: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(pairs)) form.append(name, value);
  return form;
};

describe('parseForm()', () => {
  test('reads a form, and a query', async () => {
    expect(await parseForm(schema, toForm({ n: '5' }))).toEqual({ data: { n: 5 }, error: undefined });
    expect(await parseForm(schema, new URLSearchParams('n=5'))).toEqual({ data: { n: 5 }, error: undefined });
  });

  test('takes the zone in which times are meant', async () => {
    const { data } = await parseForm(schema, toForm({ n: '5', at: '2024-07-15T12:00' }), { timeZone: 'Europe/Berlin' });
    expect(data?.at).toEqual(new Date('2024-07-15T10:00:00Z'));
  });

  test('gives what is wrong as an error with messages beside fields', async () => {
    const { data, error } = await parseForm(schema, toForm({ n: 'x' }));
    expect(data).toBeUndefined();
    expect(isInputError(error)).toBe(true);
    expect(fieldErrors(error)).toEqual({ n: ['Enter a number'] });
  });

  test.each([
    ['names', { names: 1 }, { n: '5', m: '6' }, 413, defaultMessages.tooManyFields.replace('{limit}', '1')],
    ['nameLength', { nameLength: 1 }, { n: '5', mm: '6' }, 400, defaultMessages.formUnreadable],
    ['depth', { depth: 1 }, { n: '5', 'm.m': '6' }, 400, defaultMessages.formUnreadable],
  ] as const)(
    'gives a passed limit as an error too, and throws nothing: %s',
    async (_, limits, pairs, status, message) => {
      const { data, error } = await parseForm(schema, toForm(pairs), { limits });
      expect(data).toBeUndefined();
      expect(error).toEqual(expect.objectContaining({ status, message }));
    },
  );

  test('checks what answers later', async () => {
    const later = z.object({ n: z.number().refine(async (n) => n > 1, 'Too small') });
    expect((await parseForm(later, toForm({ n: '2' }))).data).toEqual({ n: 2 });
    expect((await parseForm(later, toForm({ n: '1' }))).error?.status).toBe(400);
  });

  test('throws for a schema that no form can fill', async () => {
    await expect(parseForm(z.object({ s: z.symbol() }), toForm({}))).rejects.toThrow('"symbol"');
  });
});
