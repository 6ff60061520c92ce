// A form that is read in one go has to come out as it does name by name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/node.js';
import { KEY_FIELD } from '../../src/shared/wire.js';
import { defaultLimits } from '../../src/submission/limits.js';
import { parseSubmission, type ParseOptions } from '../../src/submission/parse.js';
import { planPlainForm, readPlainForm } from '../../src/submission/plain-form.js';
import { parse, toFormData, untouchedFile, type Pairs } from './support.js';

const shape = {
  name: z.string().min(1).max(5),
  note: z.string().max(5).optional(),
  born: z.date(),
  at: z.date().nullable(),
  age: z.number().int().optional(),
  news: z.boolean(),
  size: z.enum(['s', 'm']).default('m'),
  toString: z.string().optional(),
};
const schema = z.object(shape);
/** The same, but Zod is asked of every form. */
const asked = schema.refine(() => true);
const plain = planPlainForm(readSchema(schema))!;

const isRead = (pairs: Pairs, limits = defaultLimits) =>
  readPlainForm(plain, toFormData(pairs), limits, { timeZone: 'UTC' }) !== undefined;
const outcomeOf = (of: unknown, pairs: Pairs, options?: ParseOptions) => {
  const submission = parse(of, pairs, options);
  const { valid, values } = submission;
  return valid ? { data: submission.data, values } : { issues: submission.issues, values };
};

const ada: Pairs = [
  ['name', 'Ada'],
  ['born', '1815-12-10'],
  ['at', '1843-05-01T10:00'],
  ['news', 'on'],
  ['size', 's'],
];

test.each<readonly [string, Pairs]>([
  ['all that is asked for', ada],
  ['what is optional left empty', [...ada.slice(0, 1), ['note', ''], ...ada.slice(1)]],
  ['names of the toolkit', [[KEY_FIELD, 'x'], ...ada, ['_astroAction', 'y']]],
  ['nothing', []],
])('%s is read in one go', (_, pairs) => {
  expect(isRead(pairs)).toBe(true);
  expect(outcomeOf(schema, pairs)).toStrictEqual(outcomeOf(asked, pairs));
});

test.each<readonly [string, Pairs]>([
  ['a name out of order', ada.toReversed()],
  ['a name twice', [...ada.slice(0, 1), ...ada]],
  ['a name at the end twice', [...ada, ['size', 'm']]],
  ['a name of nobody', [...ada, ['x', '1']]],
  ['another spelling', [['name[]', 'Ada'], ...ada.slice(1)]],
  ['a name below another', [...ada.slice(0, 1), ['name.first', 'Ada'], ...ada.slice(1)]],
  ['a file', [['name', new File(['a'], 'a.txt')], ...ada.slice(1)]],
  ['a file control that nobody touched', [['name', untouchedFile()], ...ada.slice(1)]],
])('%s is read name by name', (_, pairs) => {
  expect(isRead(pairs)).toBe(false);
  expect(outcomeOf(schema, pairs)).toStrictEqual(outcomeOf(asked, pairs));
});

test('past a limit it is read name by name, which says so', () => {
  expect(isRead(ada, { ...defaultLimits, names: 7 })).toBe(false);
  expect(isRead(ada, { ...defaultLimits, nameLength: 7 })).toBe(false);
  expect(() => parse(schema, ada, { limits: { names: 4 } })).toThrow('names');
  expect(() => parse(schema, ada, { limits: { nameLength: 2 } })).toThrow('nameLength');
  expect(parse(schema, ada, { limits: { names: 5 } }).valid).toBe(true);
});

test.each<readonly [string, z.ZodType]>([
  ['rows', z.object({ rows: z.array(z.string()) })],
  ['an object', z.object({ at: z.object({ city: z.string() }) })],
  ['a preprocess', z.object({ a: z.preprocess((value) => value, z.string()) })],
  ['a key that reads as a path', z.object({ 'a.b': z.string() })],
  ['__proto__', z.object({ ['__proto__']: z.string() })],
  ['a form that may be left out', z.object({ a: z.string() }).optional()],
  ['a form that may be null', z.object({ a: z.string() }).nullable()],
])('%s is none', (_, other) => {
  expect(planPlainForm(readSchema(other))).toBeUndefined();
});

test('what was typed is worked out once', () => {
  const submission = parse(schema, ada);
  expect(submission.values).toBe(submission.values);
});

test('an asynchronous change is run by Zod alone, which waits for it', async () => {
  let runs = 0;
  const change = async (text: string) => {
    runs += 1;
    return text;
  };
  // why: the types of Zod take no asynchronous change
  const late = z.object({ a: z.string().overwrite(change as never) });
  const send = () => Promise.resolve(parseSubmission(late, toFormData([['a', 'x']]))).catch(() => undefined);
  await send();
  // the first time the schema is looked at as well
  const before = runs;
  await send();
  expect(runs - before).toBe(1);
});

test('what the page fixes is no part of the form', () => {
  const submission = parse(schema, ada, { fixed: { name: 'Bob' } });
  expect(submission).toMatchObject({ valid: true, data: { name: 'Bob' } });
});

test('a date and time is one of the zone', () => {
  expect(parse(schema, ada, { timeZone: 'Europe/Berlin' })).toMatchObject({
    data: { at: new Date('1843-05-01T09:06:32Z') },
  });
});

test('any form is read as it is name by name', () => {
  const name = fc.constantFrom(...Object.keys(shape), 'x', 'name.x', 'note[]', KEY_FIELD, '__proto__');
  const text = fc.constantFrom('', ' ', 'a', 'too long', 'a\r\nb', '1', '1.5', 'on', 's', '2026-11-27', '2026-11-31');
  const pairs = fc.array(fc.tuple(name, text), { maxLength: 10 });
  const inOrder = (texts: Readonly<Record<string, fc.Arbitrary<string>>>) =>
    fc
      .record(texts, { requiredKeys: [] })
      .map((sent) => Object.entries(sent).map(([key, value]) => [key, value ?? ''] as const));
  const typed = fc.constantFrom('', 'a', 'a\r\nb');
  const likely = inOrder({
    name: fc.constant('Ada'),
    note: typed,
    born: fc.constant('1815-12-10'),
    at: fc.constantFrom('', '1843-05-01T10:00'),
    age: fc.constantFrom('', '36'),
    news: fc.constantFrom('on', 'off'),
    size: fc.constantFrom('', 's'),
    toString: typed,
  });
  const form = fc.oneof(pairs, inOrder(Object.fromEntries(Object.keys(shape).map((key) => [key, text]))), likely);
  let read = 0;
  let valid = 0;
  const check = fc.property(form, (sent) => {
    const outcome = outcomeOf(schema, sent);
    expect(outcome).toStrictEqual(outcomeOf(asked, sent));
    if (!isRead(sent)) return;
    read += 1;
    if ('data' in outcome) valid += 1;
  });
  fc.assert(check, { numRuns: 5_000 });
  expect(read).toBeGreaterThan(1_000);
  expect(valid).toBeGreaterThan(100);
});
