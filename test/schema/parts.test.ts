import { expect, test } from 'vitest';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { partsOf, type FieldParts } from '../../src/schema/parts.js';
import { fieldNode } from './support.js';

const rows: FieldParts = { kind: 'rows' };
const address = z.object({ street: z.string(), zip: z.string() });
const fields: FieldParts = { kind: 'fields', keys: ['street', 'zip'] };

test.each<[string, z.ZodType, FieldParts | undefined]>([
  ['a text', z.string(), undefined],
  ['a list of texts', z.array(z.string()), rows],
  ['a set of texts', z.set(z.string()).optional(), rows],
  ['a list of objects', z.array(address), rows],
  ['zfd.repeatable', zfd.repeatable(), rows],
  ['a list of choices', z.array(z.enum(['a', 'b'])), undefined],
  ['a list of files', z.array(z.file()), undefined],
  ['a list of files of which one may be chosen', z.array(z.file()).meta({ multiple: false }), undefined],
  ['an object', address, fields],
  ['an object, wrapped', address.refine(() => true).nullish(), fields],
  [
    'two objects that are one',
    address.and(z.object({ city: z.string() })),
    { kind: 'fields', keys: ['city', 'street', 'zip'] },
  ],
  ['a record', z.record(z.string(), z.string()), { kind: 'fields', keys: [] }],
  ['a tuple', z.tuple([z.string(), z.number()]), { kind: 'fields', keys: [] }],
  [
    'a union of objects',
    z.union([address, z.object({ box: z.string() })]),
    { kind: 'fields', keys: ['street', 'zip', 'box'] },
  ],
  ['a union of lists', z.union([z.array(z.string()), z.array(z.number())]), rows],
  ['a union of an object and a text', z.union([address, z.string()]), undefined],
  ['a union of an object and nothing', z.union([address, z.null()]), fields],
  ['JSON', zfd.json(address), undefined],
  [
    'a list that a function makes of a text',
    z.preprocess((text) => String(text).split(','), z.array(z.string())),
    undefined,
  ],
  [
    'a list that a codec makes of a text',
    z.codec(z.string(), z.array(z.string()), { decode: (text) => [text], encode: String }),
    undefined,
  ],
])('%s', (_, schema, parts) => {
  expect(partsOf(fieldNode(schema))).toEqual(parts);
});
