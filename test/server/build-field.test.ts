import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { buildField, controlAttributes } from '../../src/server/form/build-field.js';
import { defaultMessages } from '../../src/shared/messages.js';
import { inWords, keepPlan, planField } from '../../src/server/form/plan-field.js';

const control = (schema: z.ZodType, value?: string, as?: 'input' | 'select' | 'textarea') => {
  const plan = planField({ name: 'it', node: nodeAt(readSchema(z.object({ it: schema })), ['it']), as, locale: 'en' });
  const values = value === undefined ? [] : [value];
  return controlAttributes(
    buildField({ formId: 'f', plan, values, errors: [], hint: undefined, messages: defaultMessages, locale: 'en' }),
    plan,
  );
};

describe('a field as components print it', () => {
  test.each<[string, z.ZodType, string | undefined, number | 'any' | undefined]>([
    ['a whole number', z.number().int(), '2', 1],
    ['nothing typed', z.number().int(), undefined, 1],
    ['a refused fraction, from which a browser would count its steps', z.number().int(), '1.5', 'any'],
    ['a refused fraction with a minimum to count from', z.number().int().min(0), '1.5', 1],
    ['what is no number', z.number().int(), 'abc', 'any'],
    ['what a double rounds to a multiple', z.number().multipleOf(2), '9007199254740993', 'any'],
    ['what a double rounds to 0', z.number().multipleOf(2), '5e-324', 'any'],
    ['a time with seconds', z.iso.time({ precision: 0 }), '10:00:30', 1],
    ['a time without', z.iso.time({ precision: 0 }), '10:00', 1],
    ['a refused part of a second', z.iso.time({ precision: 0 }), '10:00:30.5', 'any'],
  ])('%s: step', (_, schema, value, step) => {
    expect(control(schema, value)['step']).toBe(step);
  });

  const spread = (schema: z.ZodType, as?: 'input' | 'select' | 'textarea') => {
    const {
      id: _id,
      name: _name,
      'aria-describedby': _by,
      'aria-invalid': _bad,
      'data-action-control': _hook,
      ...own
    } = control(schema, 'x', as);
    return own;
  };
  test.each<[string, z.ZodType, 'input' | 'select' | 'textarea' | undefined, object]>([
    [
      'an input',
      z.string().max(9).regex(/^a$/),
      undefined,
      { type: 'text', value: 'x', required: true, maxlength: 9, pattern: 'a' },
    ],
    [
      'a text area, for a field that asks for an input',
      z.string().max(9).regex(/^a$/),
      'textarea',
      { required: true, maxlength: 9 },
    ],
    ['a select, for a field that asks for an input', z.string().max(9), 'select', {}],
    [
      'an input, for a field that asks for a select',
      z.enum(['x', 'y']),
      'input',
      { type: 'text', value: 'x', required: true },
    ],
    ['what the field asks for', z.enum(['x', 'y']), 'select', { required: true }],
    [
      'what the field asks for',
      z.int().min(1),
      'input',
      { type: 'number', value: 'x', required: true, min: 1, step: 1, inputmode: 'numeric' },
    ],
    [
      'a text area that the schema asks for',
      z.string().min(2).meta({ type: 'textarea' }),
      undefined,
      { required: true, minlength: 2 },
    ],
    [
      'no constraint that its type does not know',
      z.int().min(1).meta({ type: 'hidden' }),
      undefined,
      { type: 'hidden', value: 'x' },
    ],
  ])('has the attributes of %s', (_, schema, as, expected) => {
    expect(spread(schema, as)).toEqual(expected);
  });

  test.each([
    ['email', 'Email'],
    ['items[0].unitPrice', 'Unit price'],
    ['first_name', 'First name'],
    ['address.zip-code', 'Zip code'],
  ])('%s is labelled %s where nobody says otherwise', (name, label) => {
    expect(inWords(name)).toBe(label);
  });
});

describe('the plan of a field', () => {
  const root = readSchema(z.object({ it: z.string() }));
  const node = nodeAt(root, ['it']);

  test('is made once for a schema, and anew for another one', () => {
    const plan = keepPlan(root, 'it', () => planField({ name: 'it', node, locale: 'en' }));
    expect(keepPlan(root, 'it', () => planField({ name: 'it', node, locale: 'en' }))).toBe(plan);
    const other = readSchema(z.object({ it: z.string() }));
    expect(keepPlan(other, 'it', () => planField({ name: 'it', node: nodeAt(other, ['it']), locale: 'en' }))).not.toBe(
      plan,
    );
  });

  test('is not kept for a name that the schema lacks', () => {
    const make = () => planField({ name: 'none', node: undefined, locale: 'en' });
    expect(keepPlan(root, 'none', make)).not.toBe(keepPlan(root, 'none', make));
  });

  test('starts over when a client has sent rows without end', () => {
    const plan = keepPlan(root, 'first', () => planField({ name: 'it', node, locale: 'en' }));
    for (let row = 0; row < 1000; row += 1)
      keepPlan(root, `[${row}]`, () => planField({ name: 'it', node, locale: 'en' }));
    expect(keepPlan(root, 'first', () => planField({ name: 'it', node, locale: 'en' }))).not.toBe(plan);
  });
});

describe('the words of a field', () => {
  const schema = z.object({
    ink: z.enum(['blue', 'pink']).meta({
      label: (locale: string) => (locale === 'de' ? 'Farbe' : 'Ink'),
      hint: (locale: string) => `in ${locale}`,
      labels: (locale: string) => (locale === 'de' ? { blue: 'Blau' } : { blue: 'Blue' }),
    }),
  });
  const wordsIn = (locale: string) => {
    const { label, hint, controlKind } = planField({ name: 'ink', node: nodeAt(readSchema(schema), ['ink']), locale });
    return [label, hint, ...(controlKind.options ?? []).map((option) => option.label)];
  };

  test.each([
    ['de', ['Farbe', 'in de', 'Blau', 'Pink']],
    ['en', ['Ink', 'in en', 'Blue', 'Pink']],
  ])('are in %s where its schema gives them for a language', (locale, words) => {
    expect(wordsIn(locale)).toEqual(words);
  });
});
