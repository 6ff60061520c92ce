import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { buildField, inWords } from '../../src/server/form/build-field.js';

const field = (schema: z.ZodType, value?: string, as?: 'input' | 'select' | 'textarea') =>
  buildField({
    formId: 'f',
    name: 'it',
    node: nodeAt(readSchema(z.object({ it: schema })), ['it']),
    values: value === undefined ? [] : [value],
    errors: [],
    hint: undefined,
    as,
  });

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
    expect(field(schema, value).attributes.control['step']).toBe(step);
  });

  const spread = (schema: z.ZodType, as?: 'input' | 'select' | 'textarea') => {
    const { control } = field(schema, 'x', as).attributes;
    const {
      id: _id,
      name: _name,
      'aria-describedby': _by,
      'aria-invalid': _bad,
      'data-action-control': _hook,
      ...own
    } = control;
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
