import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstColumn } from '../support/doc-table.js';
import { exceptionOf, exceptions } from './exceptions.js';

test('the table in docs/engines.md names every exception, and no other', () => {
  const named = exceptions.map(({ engine, test: title }) => `${engine}, ${title}`);
  expect(firstColumn('engines.md', 'Exceptions').toSorted()).toEqual(named.toSorted());
});

test('an exception holds for its own engine and its own test', () => {
  const [first] = exceptions;
  expect(exceptionOf(first?.engine, first?.test ?? '')).toBe(first);
  expect(exceptionOf(undefined, first?.test ?? '')).toBeUndefined();
  expect(exceptionOf(first?.engine, `${first?.test} and more`)).toBeUndefined();
});

describe('every exception is a test that there is', () => {
  const folder = join(import.meta.dirname, '../e2e');
  const specs = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
  const source = specs.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

  test.each(exceptions.map(({ test: title }) => title))('%s', (title) => {
    const written = title.split(': ').filter((part) => part.length > 3);
    for (const part of written) expect(source).toContain(part);
  });
});
