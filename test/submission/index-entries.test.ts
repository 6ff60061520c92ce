import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/node.js';
import { childrenOf, findChild, nameBelow, valuesOf, type Entry } from '../../src/submission/entries.js';
import { indexEntries } from '../../src/submission/index-entries.js';
import { defaultLimits } from '../../src/submission/limits.js';
import { placeOf } from '../../src/submission/places.js';

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
  const row = z.object({ a: z.string(), b: z.array(z.string()), 'c.d': z.string(), e: z.string() });
  const schema = z.object({
    ...Object.fromEntries(keys.map((key) => [key, z.string()])),
    group: row,
    rows: z.array(row),
    'x.y': z.string(),
    '': z.string(),
  });
  const place = placeOf(readSchema(schema));
  const limits = { ...defaultLimits, names: 2000 };

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
    ['an object', ['group.a', 'group.b', 'group.b', 'f0']],
    ['an object in two spellings', ['group.a', 'group[b]', 'group[a]', '[group].a', 'group.b']],
    ['rows', ['rows[0].a', 'rows[0].b', 'rows[1].a', 'rows[1].b', 'rows[3].a', 'f0']],
    ['rows of which the first fields are missing', ['rows[0].b', 'rows[1].c.d', 'rows[2].b', 'rows[3].a', 'rows[4].b']],
    ['a row that goes on after the next one', ['rows[0].a', 'rows[1].a', 'rows[0].b', 'rows[1].b', 'rows[2].a']],
    ['rows after a gap', ['rows[0].a', 'rows[2].a', 'rows[1].a', 'rows[3].a', 'rows[4].a']],
    ['a row again after a gap and the first one', ['rows[0].a', 'rows[1].a', 'rows[3].a', 'rows[0].b', 'rows[3].a']],
    ['rows in another spelling first', ['rows.0.a', 'rows[0].e', 'rows.1.a', 'rows[1].e', 'rows.2.e']],
    ['rows after what is no row', ['rows.x.a', 'rows[0].a', 'rows[1].a', 'rows[2].a']],
    ['rows that are not in the first spelling', ['rows.0.a', 'rows[1].a', 'rows.2.a', 'rows[3].a', 'rows[3].b']],
    ['more rows than are kept', Array.from({ length: 1500 }, (_, at) => `rows[${at >> 1}].${at % 2 ? 'b' : 'a'}`)],
    ['rows in three spellings', ['rows[0].a', 'rows.0.b', 'rows[0][a]', 'rows.1.a', 'rows[1].a', 'rows[1].b']],
    ['rows backwards and again', ['rows[1].b', 'rows[1].a', 'rows[0].b', 'rows[0].a', 'rows[1].a']],
    ['lists in rows', ['rows[0].b[]', 'rows[0].b[1]', 'rows[0].b', 'rows[0].a', 'rows[1].b[0]', 'rows[1].b.1']],
    ['what the schema does not know in a row', ['rows[0].z', 'rows[0].a', 'rows[0].z.z', 'rows[0].a.a', 'rows.z.a']],
    ['keys that hold dots', ['x.y', '[x.y]', 'x[y]', 'rows[0].c.d', 'rows[0][c.d]', 'rows[0].a']],
    ['what is no path', ['', '.a', 'group.', 'rows[0]a', 'rows[0', 'group.a', 'f0..f1']],
    ['a prefix that is longer', ['group.a', 'groups.a', 'rows[0].a', 'rows[01].a', 'rows[0]b.a']],
  ])('%s', (_, names) => {
    const pairs = names.map((name, position): [string, string] => [name, String(position)]);
    expect(listed(indexEntries(pairs, limits, place))).toEqual(listed(indexEntries(pairs, limits)));
  });

  test('in any order and spelling', () => {
    const name = fc
      .array(fc.constantFrom('rows', 'group', '0', '1', 'a', 'b', 'c.d', 'f0', 'f1', 'x', 'y', ''), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((segments) =>
        fc
          .array(fc.constantFrom('.', '['), { minLength: segments.length, maxLength: segments.length })
          .map((marks) => segments.map((text, at) => spell(text, marks[at]!, at)).join('')),
      );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const pairs = names.map((sent, position): [string, string] => [sent, String(position)]);
        expect(listed(indexEntries(pairs, defaultLimits, place))).toEqual(listed(indexEntries(pairs, defaultLimits)));
      }),
      { numRuns: 1000 },
    );
  });

  test('they count like all others', () => {
    const pairs = keys.map((name): [string, string] => [name, '']);
    expect(() => indexEntries(pairs, { ...defaultLimits, names: 29 }, place)).toThrow('limit "names": 29');
    expect(() => indexEntries(pairs, { ...defaultLimits, nameLength: 2 }, place)).toThrow('limit "nameLength": 2');
    expect(() => indexEntries([['rows[0].a', '']], { ...defaultLimits, depth: 2 }, place)).toThrow('limit "depth": 2');
  });

  test('how a name was spelled is known without an entry of its own', () => {
    const root = indexEntries(
      [
        ['rows.0.a', ''],
        ['f3', ''],
      ],
      defaultLimits,
      place,
    );
    const first = findChild(findChild(root, 'rows')!, '0')!;
    expect(nameBelow(root, 'f3')).toBe('f3');
    expect(nameBelow(root, 'f4')).toBeUndefined();
    expect(nameBelow(first, 'a')).toBe('rows.0.a');
    expect(findChild(first, 'a')).toMatchObject({ name: 'rows.0.a', value: '' });
  });
});

/** Every entry with its path, spelling and values. */
function listed(entry: Entry, path = ''): Map<string, unknown> {
  const all = new Map<string, unknown>([[path, [entry.name, valuesOf(entry)]]]);
  for (const child of childrenOf(entry)) {
    for (const [below, sent] of listed(child, `${path}/${child.segment}`)) all.set(below, sent);
  }
  return all;
}

function spell(segment: string, mark: '.' | '[', position: number): string {
  if (mark === '[') return `[${segment}]`;
  return position === 0 ? segment : `.${segment}`;
}
