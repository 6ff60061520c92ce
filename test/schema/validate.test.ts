import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { $ZodString, config } from 'zod/v4/core';
import { validateLater, validateNow } from '../../src/schema/validate.js';

const words = { error: () => 'in the words of the page' };
const early = config().customError;
afterEach(() => config({ customError: early }));

describe('a value is validated as by safeParse, with the same issues', () => {
  const person = z.object({
    name: z.string().min(2, 'too short').max(5),
    age: z.int().min(18),
    mail: z.email().optional(),
    tags: z.array(z.enum(['a', 'b'])).max(2),
  });
  const pay = z.union([z.object({ card: z.string() }), z.object({ iban: z.string().min(3) })]);

  test.each<[string, z.ZodType | mini.ZodMiniType, unknown]>([
    ['an object', person, { name: 'Ada', age: 36, tags: ['a'] }],
    ['an object with keys that it does not know', person, { name: 'Ada', age: 36, tags: [], x: 1 }],
    ['messages of checks', person, { name: 'A', age: 17.5, mail: 'x', tags: ['c', 'a', 'b'] }],
    ['nothing', person, undefined],
    ['a union', pay, { iban: 'DE1' }],
    ['a union that fits nothing', pay, { iban: 'x' }],
    ['a strict object', z.strictObject({ a: z.string() }), { a: 'a', b: 'b' }],
    ['a refinement', z.string().refine((text) => text === 'a', { error: 'say a', path: ['inner'] }), 'b'],
    ['a check of more', z.string().superRefine((_, ctx) => ctx.addIssue({ code: 'custom', message: 'no', params: { a: 1 } })), 'b'], // prettier-ignore
    ['a transform', z.string().transform(Number), '5'],
    ['a transform that refuses', z.string().transform((_, ctx) => (ctx.issues.push({ code: 'custom', message: 'no', input: 1 }), z.NEVER)), '5'], // prettier-ignore
    ['a pipe', z.string().transform(Number).pipe(z.number().max(4)), '5'],
    ['a codec', z.codec(z.string(), z.number(), { decode: Number, encode: String }), 'x'],
    ['a schema that catches', z.number().catch(7), 'x'],
    ['a default', z.number().default(7), undefined],
    ['zod/mini', mini.object({ a: mini.string().check(mini.minLength(2)) }), { a: 'x' }],
    ['a compiled schema', z.compile(z.object({ n: z.int() })), { n: 'x' }],
  ])('%s', (_, schema, value) => {
    for (const params of [undefined, words]) {
      const expected = schema.safeParse(value, params);
      const found = validateNow(schema, value, params);
      if (expected.success) expect(found).toEqual({ success: true, data: expected.data });
      else expect(found).toEqual({ success: false, error: { issues: expected.error.issues } });
    }
  });
});

test('the error map of the configuration words what neither the schema nor the page does', () => {
  config({ customError: () => 'in the words of the configuration' });
  const issues = (params?: typeof words) => validateNow(z.object({ a: z.string() }), {}, params);
  expect(issues()).toMatchObject({ error: { issues: [{ message: 'in the words of the configuration' }] } });
  expect(issues(words)).toMatchObject({ error: { issues: [{ message: 'in the words of the page' }] } });
});

/** A schema as a copy of Zod makes it that has a configuration of its own. */
function ofOlderCopy<T extends z.ZodType>(schema: T): T {
  schema._zod.version = { ...schema._zod.version, minor: 1 as 6, patch: 0 as 7 }; // why: the types know one version
  const own = { error: () => 'in the words of the older copy' };
  const { safeParse, safeParseAsync } = schema;
  return Object.assign(schema, {
    safeParse: (value: unknown) => safeParse.call(schema, value, own),
    safeParseAsync: (value: unknown) => safeParseAsync.call(schema, value, own),
  });
}

test('a schema of an older copy is validated by that copy, which has a configuration of its own', async () => {
  const schema = ofOlderCopy(z.object({ a: z.string() }));
  const said = { success: false, error: { issues: [{ path: ['a'], message: 'in the words of the older copy' }] } };
  expect(validateNow(schema, {})).toMatchObject(said);
  expect(await validateLater(schema, {})).toMatchObject(said);
  expect(validateNow(schema, { a: 'a' })).toMatchObject({ success: true, data: { a: 'a' } });
});

describe('a schema that turns out to be asynchronous', () => {
  test.each<[string, z.ZodType]>([
    ['a refinement', z.string().refine(async () => false, 'taken')],
    ['a transform', z.string().transform(async (text) => text)],
    ['of an older copy', ofOlderCopy(z.string().refine(async () => false, 'taken'))],
  ])('%s is not validated at once', (_, schema) => {
    expect(validateNow(schema, 'a')).toBeUndefined();
  });

  test('is validated later', async () => {
    const schema = z.object({ name: z.string().refine(async (name) => name !== 'ada', 'taken') });
    expect(await validateLater(schema, { name: 'bea' })).toMatchObject({ success: true, data: { name: 'bea' } });
    expect(await validateLater(schema, { name: 'ada' })).toMatchObject({
      success: false,
      error: { issues: [{ path: ['name'], message: 'taken' }] },
    });
  });
});

test('what a schema throws is thrown', () => {
  const schema = z.string().refine(() => {
    throw new RangeError('of the schema');
  });
  expect(() => validateNow(schema, 'a')).toThrow(new RangeError('of the schema'));
});

test('schemas of zod/v4/core, which have no methods', async () => {
  const schema = new $ZodString({ type: 'string' });
  expect(validateNow(schema, 'a')).toEqual({ success: true, data: 'a' });
  expect(validateNow(schema, 1)).toMatchObject({ success: false, error: { issues: [{ code: 'invalid_type' }] } });
  expect(await validateLater(schema, 1)).toMatchObject({ success: false });
});

test.each([undefined, null, 'text', {}, { _zod: 1 }])('%j is no schema', (value) => {
  expect(() => validateNow(value, 'a')).toThrow('Expected a Zod 4 schema');
});
