import fc from 'fast-check';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Trial } from './form.js';
import { wrapped, type Shape } from './shapes.js';

export const members = ['a', 'b', 'c'] as const;
const choiceShape = fc.constantFrom<Shape>(
  { title: 'enum', schema: z.enum(members) },
  { title: "enum with ''", schema: z.enum(['', ...members]) },
  { title: 'literals', schema: z.literal([...members, null]) },
  { title: 'union of literals', schema: z.union([z.literal('a'), z.literal('b')]) },
  { title: 'stringbool of words', schema: z.stringbool({ truthy: ['a'], falsy: ['b'] }) },
  { title: 'zfd.text(enum)', schema: zfd.text(z.enum(members)) },
);
const listShape = fc.constantFrom<Shape>(
  ...[0, 1, 2].flatMap((min): Shape[] => [
    { title: `array(enum).min(${min})`, schema: z.array(z.enum(members)).min(min) },
    { title: `set(enum).min(${min})`, schema: z.set(z.enum(members)).min(min) },
    { title: `zfd.repeatable(array(enum).min(${min}))`, schema: zfd.repeatable(z.array(z.enum(members)).min(min)) },
    { title: `array(enum).max(${min})`, schema: z.array(z.enum(members)).max(min) },
  ]),
);
export const choices: fc.Arbitrary<Trial> = fc.oneof(
  fc
    .tuple(
      wrapped(choiceShape),
      fc.constantFrom('', ...members),
      fc.constantFrom(undefined, 'select' as const, 'radio' as const),
    )
    .map(([shape, value, as]): Trial => ({ ...shape, as, fill: { how: 'choose', values: [value] } })),
  fc
    .tuple(
      wrapped(listShape),
      fc.subarray([...members]),
      fc.constantFrom(undefined, 'select' as const, 'checkboxes' as const),
    )
    .map(([shape, values, as]): Trial => ({ ...shape, as, fill: { how: 'choose', values } })),
);

const boxShape = fc.constantFrom<Shape>(
  { title: 'boolean()', schema: z.boolean() },
  { title: 'boolean().default(true)', schema: z.boolean().default(true) },
  { title: 'literal(true)', schema: z.literal(true) },
  { title: 'literal(false)', schema: z.literal(false) },
  { title: 'literal([true, false])', schema: z.literal([true, false]) },
  { title: 'stringbool()', schema: z.stringbool() },
  { title: 'coerce.boolean()', schema: z.coerce.boolean() },
  { title: 'zfd.checkbox()', schema: zfd.checkbox() },
  { title: "zfd.checkbox({ trueValue: 'yes' })", schema: zfd.checkbox({ trueValue: 'yes' }) },
  { title: 'zfd.json(boolean())', schema: zfd.json(z.boolean()) },
);
export const boxes: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(boxShape), fc.boolean())
  .map(([shape, checked]) => ({ ...shape, fill: { how: 'check', checked } }));

const fileShape = fc.constantFrom<Shape>(
  { title: 'file()', schema: z.file() },
  { title: 'file().mime()', schema: z.file().mime(['image/png']) },
  { title: 'instanceof(File)', schema: z.instanceof(File) },
  { title: 'zfd.file()', schema: zfd.file() },
  { title: 'array(file)', schema: z.array(z.file()) },
  { title: 'array(file).min(1)', schema: z.array(z.file()).min(1) },
  {
    title: 'array(file).min(1).max(1)',
    schema: z
      .array(z.file().mime(['image/png']))
      .min(1)
      .max(1),
  },
  { title: 'zfd.repeatableOfType(zfd.file())', schema: zfd.repeatableOfType(zfd.file()) },
);
export const files: fc.Arbitrary<Trial> = fc
  .tuple(
    wrapped(fileShape),
    fc.subarray([
      { name: 'a.png', type: 'image/png' },
      { name: 'b.txt', type: 'text/plain' },
    ]),
  )
  .map(([shape, attached]) => ({ ...shape, fill: { how: 'attach', files: attached } }));
