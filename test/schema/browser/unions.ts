import fc from 'fast-check';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Trial } from './form.js';
import { members } from './choices.js';
import { wrap, wrapped, type Shape } from './shapes.js';
import { plainText } from './texts.js';

const parts: readonly Shape[] = [
  { title: 'email()', schema: z.email() },
  { title: 'url()', schema: z.url() },
  { title: 'int().min(5)', schema: z.int().min(5) },
  { title: 'string().min(3)', schema: z.string().min(3) },
  { title: "literal('')", schema: z.literal('') },
  { title: "enum(['a', '7'])", schema: z.enum(['a', '7']) },
  { title: 'boolean()', schema: z.boolean() },
  { title: 'date()', schema: z.date() },
  { title: 'iso.date()', schema: z.iso.date() },
  { title: 'iso.time()', schema: z.iso.time() },
  { title: 'null()', schema: z.null() },
  { title: 'any()', schema: z.any() },
  { title: 'bigint()', schema: z.bigint() },
];
const unionShape = fc
  .tuple(fc.shuffledSubarray([...parts], { minLength: 2, maxLength: 3 }), fc.boolean())
  .map(([options, isZfd]): Shape => {
    const title = `union(${options.map((option) => option.title).join(', ')})`;
    const schema = z.union(options.map((option) => option.schema));
    return isZfd ? { title: `zfd.text(${title})`, schema: zfd.text(schema) } : { title, schema };
  });
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '7',
    '3',
    'abc',
    'true',
    'ada@example.com',
    'http://a.example',
    '2024-01-01',
    '10:00:30',
    '1.5',
  ),
  plainText,
);
export const unions: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(unionShape), anyText)
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));

const jsonShape = fc
  .tuple(
    fc.constantFrom<Shape>(
      { title: 'object', schema: z.object({ a: z.number() }) },
      { title: 'array(string)', schema: z.array(z.string()).min(1) },
      { title: 'array(enum)', schema: z.array(z.enum(members)).min(1) },
      { title: 'record', schema: z.record(z.string(), z.number()) },
      { title: 'tuple', schema: z.tuple([z.number(), z.string()]) },
      { title: 'union', schema: z.union([z.object({ a: z.number() }), z.array(z.number())]) },
      { title: 'string().min(3).max(4)', schema: z.string().min(3).max(4).regex(/^a/) },
      { title: 'number().min(3)', schema: z.number().min(3) },
      { title: 'any()', schema: z.any() },
      { title: 'iso.date()', schema: z.iso.date() },
      { title: 'email()', schema: z.email() },
      { title: 'enum', schema: z.enum(members) },
      { title: 'date', schema: z.coerce.date() },
    ),
    wrap,
    wrap,
  )
  .map(([{ title, schema }, [inner, putInside], [outer, putOutside]]): Shape => ({
    title: `zfd.json(${title}${inner})${outer}`,
    schema: putOutside(zfd.json(putInside(schema))),
  }));
const jsonText = fc.constantFrom(
  '',
  'null',
  '{"a":1}',
  '{',
  '["a"]',
  '[1,"a"]',
  '"abc"',
  'abc',
  'abcde',
  '"abcd"',
  '5',
  '1',
  '"2024-01-01"',
  '2024-01-01',
  '"a@b.co"',
  '"a"',
  'true',
);
export const jsons: fc.Arbitrary<Trial> = fc
  .tuple(jsonShape, jsonText)
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));
