import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/server.js';
import { submit } from '../../src/testing.js';

const handler = () => 'ran';
const row = (f: z.ZodType) => z.object({ rows: z.array(z.object({ f })) });

describe('an action that takes a form', () => {
  test.each<[string, z.ZodType, RegExp]>([
    // why: a function is a schema of Zod's core that also has the methods of the others
    [
      'a function',
      row(z.function() as unknown as z.ZodType),
      /cannot be used with a form: Field "rows\[0\]\.f" .* "function"/,
    ],
    ['a promise', row(z.promise(z.string())), /cannot be used with a form: Field "rows\[0\]\.f" .* "promise"/],
    ['a symbol', row(z.symbol().optional()), /cannot be used with a form: Field "rows\[0\]\.f" .* "symbol"/],
    [
      'a name of the toolkit',
      z.object({ _action_key: z.string() }),
      /cannot be used with a form: Field "_action_key" .* reserved are _action_form/,
    ],
    ['a text at the root', z.string(), /Wrap it: z\.object/],
  ])('is refused with %s in its schema, when it is defined', (_, input, message) => {
    expect(() => defineAction({ accept: 'form', input, handler })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        hint: expect.stringContaining('takes JSON'),
      }),
    );
  });

  test('may name a schema that is declared further down in the module', async () => {
    const action = defineAction({ accept: 'form', input: z.lazy(() => Later), handler: ({ n }) => n });
    const Later = z.object({ n: z.number() });
    expect(await submit(action, { form: { n: '5' } })).toMatchObject({ data: 5 });
  });
});

test('an action that takes JSON may have any schema', () => {
  expect(() => defineAction({ input: row(z.symbol()), handler })).not.toThrow();
});
