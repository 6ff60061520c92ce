import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { buildField, inWords } from '../../src/server/form/build-field.js';

const field = (schema: z.ZodType, value?: string) =>
  buildField({
    formId: 'f',
    name: 'it',
    node: nodeAt(readSchema(z.object({ it: schema })), ['it']),
    values: value === undefined ? [] : [value],
    errors: [],
    hint: undefined,
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

  test.each([
    ['email', 'Email'],
    ['items[0].unitPrice', 'Unit price'],
    ['first_name', 'First name'],
    ['address.zip-code', 'Zip code'],
  ])('%s is labelled %s where nobody says otherwise', (name, label) => {
    expect(inWords(name)).toBe(label);
  });
});
