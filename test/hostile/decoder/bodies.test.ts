import { describe, expect, test } from 'vitest';
import { bodies, requests } from '../bodies/catalogue.js';
import { expectDecoded } from '../support/decode.js';

const tables = Object.values(bodies).flatMap((group) => Object.entries(group));
const all = tables.flatMap(([table, rows]) => rows.map(({ title }) => `${table}: ${title}`));
const raw = Object.entries(requests).flatMap(([table, rows]) => rows.map(({ title }) => `${table}: ${title}`));

test('there are at least 300 bodies and 100 raw requests, each with a name of its own', () => {
  console.log(`${all.length} hostile bodies, ${raw.length} raw HTTP requests`);
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(raw.length).toBeGreaterThanOrEqual(100);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(raw).size).toBe(raw.length);
});

describe.each(tables)('%s: the decoder alone makes of it what it has to', (_, rows) => {
  test.each(rows.filter(({ overHttpOnly }) => overHttpOnly !== true))('$title', (body) => expectDecoded(body));
});
