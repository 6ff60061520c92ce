import fc from 'fast-check';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Trial } from './form.js';
import { steps, wrapped } from './shapes.js';

const bound = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10),
  fc.integer({ min: -80, max: 80 }).map((quarters) => quarters / 4),
  fc.constantFrom(0, -0, 1e21, -1e21, 1e-7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 123456.789, 0.1 + 0.2),
);
const divisor = fc.constantFrom(
  1,
  2,
  3,
  5,
  7,
  0.1,
  0.01,
  0.25,
  0.5,
  0.3,
  0.07,
  1e-3,
  1e-7,
  1.5,
  100,
  1e3,
  4,
  6,
  -2,
  1 / 3,
);

const numberShape = steps(
  fc.constantFrom<readonly [string, z.ZodNumber]>(
    ['number()', z.number()],
    ['int()', z.int()],
    ['int32()', z.int32()],
    ['uint32()', z.uint32()],
    ['float32()', z.float32()],
    ['coerce.number()', z.coerce.number() as unknown as z.ZodNumber], // why: it has the methods of a number
  ),
  bound.map((min) => [`.min(${min})`, (number: z.ZodNumber) => number.min(min)] as const),
  bound.map((max) => [`.max(${max})`, (number: z.ZodNumber) => number.max(max)] as const),
  bound.map((min) => [`.gt(${min})`, (number: z.ZodNumber) => number.gt(min)] as const),
  bound.map((max) => [`.lt(${max})`, (number: z.ZodNumber) => number.lt(max)] as const),
  divisor.map((step) => [`.multipleOf(${step})`, (number: z.ZodNumber) => number.multipleOf(step)] as const),
  divisor.map((step) => [`.multipleOf(${step})`, (number: z.ZodNumber) => number.multipleOf(step)] as const),
  fc.constant(['.int()', (number: z.ZodNumber) => number.int()] as const),
);

const numberText = fc.oneof(
  bound.map(String),
  fc
    .tuple(fc.integer({ min: -60, max: 60 }), divisor)
    .map(([count, step]) => String(Number((count * step).toPrecision(12)))),
  fc.tuple(bound, divisor).map(([from, step]) => String(Number((from + step).toPrecision(12)))),
  fc.double({ noNaN: true }).map(String),
  fc.float({ noNaN: true }).map(String),
  fc.constantFrom(
    '',
    '-0',
    '.5',
    '1e3',
    '1E-2',
    '-1e2',
    '007',
    '9007199254740993',
    '1e400',
    ' 1',
    '0.1',
    '4294967295',
    '4294967296',
  ),
);

export const numbers: fc.Arbitrary<Trial> = fc
  .tuple(wrapped(numberShape), numberText, fc.option(numberText, { nil: undefined }), fc.boolean())
  .map(([shape, value, shown, isZfd]) => ({
    ...shape,
    ...(isZfd && { title: `zfd.numeric(${shape.title})`, schema: zfd.numeric(shape.schema) }),
    fill: { how: 'set', value },
    ...(shown !== undefined && { shown }),
  }));

export const bigints: fc.Arbitrary<Trial> = fc
  .tuple(
    wrapped(
      steps(
        fc.constantFrom<readonly [string, z.ZodBigInt]>(
          ['bigint()', z.bigint()],
          ['int64()', z.int64() as unknown as z.ZodBigInt],
        ), // why: it has the methods of a bigint
        fc.bigInt(-5n, 5n).map((min) => [`.min(${min}n)`, (number: z.ZodBigInt) => number.min(min)] as const),
        fc.bigInt(-5n, 5n).map((max) => [`.lt(${max}n)`, (number: z.ZodBigInt) => number.lt(max)] as const),
        fc
          .constantFrom('number', 'textarea')
          .map((type) => [`.meta({ type: '${type}' })`, (number: z.ZodBigInt) => number.meta({ type })] as const),
      ),
    ),
    fc.oneof(
      fc.bigInt().map(String),
      fc.bigInt(-7n, 7n).map(String),
      fc.constantFrom('', ' 5 ', '\u00a05', '1.5', '+1', '1n', '0x1', '-', '٣', '-0', '1e2'),
    ),
  )
  .map(([shape, value]) => ({ ...shape, fill: { how: 'set', value } }));
