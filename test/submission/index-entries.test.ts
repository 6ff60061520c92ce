import { describe, expect, test } from 'vitest';
import { findChild, valuesOf, type Entry } from '../../src/submission/entries.js';
import { indexEntries } from '../../src/submission/index-entries.js';
import { defaultLimits } from '../../src/submission/limits.js';

const index = (...names: string[]) =>
  indexEntries(
    names.map((name): [string, string] => [name, name]),
    defaultLimits,
  );

function at(root: Entry, ...segments: string[]): unknown {
  let entry: Entry | undefined = root;
  for (const segment of segments) entry = entry && findChild(entry, segment);
  return entry && valuesOf(entry);
}

describe('a name leads to its segments', () => {
  test.each<[string, string[]]>([
    ['a', ['a']],
    ['a.b', ['a', 'b']],
    ['a[b]', ['a', 'b']],
    ['a[0].b', ['a', '0', 'b']],
    ['a.0.b', ['a', '0', 'b']],
    ['a[0][b]', ['a', '0', 'b']],
    ['a[]', ['a']],
    ['a[0][]', ['a', '0']],
    ['[a]', ['a']],
    ['[a].b', ['a', 'b']],
    ['r[a.b]', ['r', 'a.b']],
    ['r[a.b][c.d].e', ['r', 'a.b', 'c.d', 'e']],
    ['r[a.b][]', ['r', 'a.b']],
    ['a[0', ['a[0']],
    ['a]', ['a]']],
    ['a..b', ['a..b']],
    ['.a', ['.a']],
    ['a.', ['a.']],
    ['a[][b]', ['a[][b]']],
    ['a[].b', ['a[].b']],
    ['[]', ['[]']],
    ['a[0]b', ['a[0]b']],
    ['', ['']],
  ])('%s', (name, segments) => {
    expect(at(index(name), ...segments)).toEqual([name]);
    expect(at(index('a[0].b', 'r[a', 'a.b', name, 'a[1].c'), ...segments)).toContain(name);
  });
});

test('all spellings meet in one entry, in the order sent', () => {
  expect(at(index('a[0].b', 'a.0.b', 'x', 'a[0][b]'), 'a', '0', 'b')).toEqual(['a[0].b', 'a.0.b', 'a[0][b]']);
});

test('many names below one are found', () => {
  const names = Array.from({ length: 300 }, (_, row) => `a[${row}].b`);
  const root = index(...names);
  for (const [row, name] of names.entries()) expect(at(root, 'a', String(row), 'b')).toEqual([name]);
});
