import { expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/node.js';
import { inFieldOrder } from '../../src/server/form/form-source.js';

const root = readSchema(z.object({ titles: z.record(z.string(), z.string()), rows: z.array(z.string()) }));
const order = (...paths: PropertyKey[][]) =>
  // why: what a handler throws may have symbols in its paths
  inFieldOrder(
    paths.map((path) => ({ path: path as string[], code: 'custom', message: 'No' })),
    root,
  ).map(({ path }) => path);

test('issues of one key of a record stay together', () => {
  expect(order(['titles', 'de'], ['titles', 'en'], ['titles', 'de'])).toEqual([
    ['titles', 'de'],
    ['titles', 'de'],
    ['titles', 'en'],
  ]);
});

test('rows come by their number, and what is no field first', () => {
  expect(order(['rows', 10], ['rows', 9], [])).toEqual([[], ['rows', 9], ['rows', 10]]);
});

test('a symbol in a path has no place, and does not throw', () => {
  expect(order(['rows', Symbol('x')], ['titles'])).toHaveLength(2);
});
