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

describe('names that are expected are indexed like all others', () => {
  const keys = Array.from({ length: 30 }, (_, position) => `f${position}`);

  test.each<[string, string[]]>([
    ['all, in order', keys],
    ['all, backwards', keys.toReversed()],
    ['some are missing', keys.filter((_, position) => position % 3 === 0)],
    ['more are missing than it looks ahead', ['f0', 'f20', 'f21']],
    ['one name several times in a row', ['f0', 'f1', 'f1', 'f1', 'f2']],
    ['one name again after others', ['f0', 'f1', 'f2', 'f0', 'f3', 'f1', 'f4']],
    ['unexpected names between', ['f0', 'x', 'f1', 'y.z', 'f2', 'x', 'f2']],
    ['names below an expected one before it', ['f1[0].a', 'f0', 'f1', 'f1[1].a', 'f2']],
    ['another spelling of an expected name', ['f0[]', 'f0', '[f1]', 'f1', 'f2']],
  ])('%s', (_, names) => {
    const pairs = names.map((name, position): [string, string] => [name, String(position)]);
    expect(indexEntries(pairs, defaultLimits, keys)).toEqual(indexEntries(pairs, defaultLimits));
  });

  test('they count like all others', () => {
    const pairs = keys.map((name): [string, string] => [name, '']);
    expect(() => indexEntries(pairs, { ...defaultLimits, names: 29 }, keys)).toThrow('limit "names": 29');
    expect(() => indexEntries(pairs, { ...defaultLimits, nameLength: 2 }, keys)).toThrow('limit "nameLength": 2');
  });
});
