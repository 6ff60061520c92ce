import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendPath,
  formatPath,
  isIndex,
  parentPath,
  parsePath,
  PathSyntaxError,
  splitName,
} from '../../src/shared/path.js';

describe('parsePath', () => {
  test.each<[string, (string | number)[]]>([
    ['', []],
    ['email', ['email']],
    ['address.street', ['address', 'street']],
    ['items[0].sku', ['items', 0, 'sku']],
    ['items.0.sku', ['items', '0', 'sku']],
    ['items[0][sku]', ['items', 0, 'sku']],
    ['r[a.b]', ['r', 'a.b']],
    ['r[01]', ['r', '01']],
    ['a[1234567890]', ['a', '1234567890']],
  ])('%s', (name, path) => {
    expect(parsePath(name)).toEqual(path);
  });

  test.each([['.a'], ['a..b'], ['a.'], ['a['], ['a[]'], ['a[0]b']])('%s is refused', (name) => {
    expect(() => parsePath(name)).toThrow(PathSyntaxError);
  });
});

test.each<[(string | number | symbol)[], string]>([
  [[], ''],
  [['a', 'b'], 'a.b'],
  [['items', 0, 'sku'], 'items[0].sku'],
  [['r', 'a.b'], 'r[a.b]'],
  [['a.b'], '[a.b]'],
  [[Symbol('s')], 'Symbol(s)'],
])('formatPath(%j) is %s', (path, name) => {
  expect(formatPath(path)).toBe(name);
});

test('what formatPath writes, parsePath reads', () => {
  const key = fc
    .string({ minLength: 1 })
    .filter((text) => !/[[\]]/.test(text) && !(text.includes('.') && isIndex(text)));
  fc.assert(
    fc.property(fc.array(fc.oneof(key, fc.nat({ max: 999 }))), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});

test('appendPath and parentPath', () => {
  expect(appendPath('', 'a')).toBe('a');
  expect(appendPath('a', 1)).toBe('a[1]');
  expect(parentPath(['a', 1])).toEqual(['a']);
  expect(parentPath([])).toEqual([]);
});

describe('splitName', () => {
  test.each<[string, string[] | undefined]>([
    ['a', ['a']],
    ['a.b', ['a', 'b']],
    ['a[b]', ['a', 'b']],
    ['items[0][qty]', ['items', '0', 'qty']],
    ['tags[]', ['tags', '']],
    ['r[a.b]', ['r', 'a.b']],
    ['[0]', ['0']],
    ['', []],
    ['a[][b]', undefined],
    ['a[', undefined],
    ['a..b', undefined],
    ['.a', undefined],
    ['a.', undefined],
    ['a[0]b', undefined],
  ])('%s', (name, segments) => {
    expect(splitName(name)).toEqual(segments);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(() => splitName(name)).not.toThrow();
      }),
    );
  });
});

test.each([
  ['0', true],
  ['10', true],
  ['999999999', true],
  ['01', false],
  ['-1', false],
  ['1.0', false],
  ['', false],
  ['1000000000', false],
  ['１', false],
])('isIndex(%j) is %s', (text, expected) => {
  expect(isIndex(text)).toBe(expected);
});
