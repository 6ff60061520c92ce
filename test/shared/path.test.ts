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

  test.each([
    ['.a', 0, 'A path cannot start with "."'],
    ['.', 0, 'A path cannot start with "."'],
    ['a..b', 2, 'Empty segment'],
    ['a.', 2, 'Empty segment'],
    ['a.[0]', 2, 'Empty segment'],
    ['a[0]..b', 5, 'Empty segment'],
    ['a[', 1, 'Unclosed "["'],
    ['items[0].tags[1', 13, 'Unclosed "["'],
    ['[]', 0, 'Empty brackets'],
    ['a[]', 1, 'Empty brackets'],
    ['r[a[.]', 3, '"[" inside of brackets'],
    ['a[0]b', 4, 'Expected "." or "["'],
    ['a[0]]', 4, 'Expected "." or "["'],
  ])('%s is refused at %d: %s', (name, position, reason) => {
    let thrown: unknown;
    try {
      parsePath(name);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PathSyntaxError);
    expect(thrown).toMatchObject({
      name: 'PathSyntaxError',
      input: name,
      position,
      message: `${reason} at position ${position} of ${JSON.stringify(name)}`,
    });
  });

  test('echoes what cannot be seen', () => {
    expect(() => parsePath('a\n..')).toThrow('"a\\n.."');
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

test.each<[string, string | number, string]>([
  ['', 'a', 'a'],
  ['', 0, '[0]'],
  ['', 'a.b', '[a.b]'],
  ['a', 1, 'a[1]'],
  ['a', '1', 'a.1'],
  ['items[0]', 'sku', 'items[0].sku'],
  ['r', 'a.b', 'r[a.b]'],
])('appendPath(%j, %j) is %s', (parent, segment, name) => {
  expect(appendPath(parent, segment)).toBe(name);
});

test.each<[(string | number)[], (string | number)[]]>([
  [['a', 1], ['a']],
  [['a'], []],
  [[], []],
])('parentPath(%j) is %j', (path, parent) => {
  expect(parentPath(path)).toEqual(parent);
});

describe('laws', () => {
  /** All that can be spelled: dots and brackets that close are fine, each without the other. */
  const key = fc
    .oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: fc.constantFrom('.', ']', '0', '1', 'a', ' ', '\0', 'é', '😀', '-'), minLength: 1 }),
      fc.constantFrom('__proto__', 'constructor', '0', '01', '.', '..', '0.5', ']'),
    )
    .filter((text) => !text.includes('[') && !(text.includes(']') && text.includes('.')));
  const segment = fc.oneof(key, fc.nat({ max: 999_999_999 }));
  const path = fc.array(segment);
  /** Text that is a name more often than not. */
  const text = fc
    .array(fc.constantFrom('a', 'b', '.', '[', ']', '[0]', '[a.b]', '0', '01', ' ', '..', '[]'), { maxLength: 8 })
    .map((parts) => parts.join(''));

  test('what formatPath writes, parsePath reads', () => {
    fc.assert(fc.property(path, (segments) => void expect(parsePath(formatPath(segments))).toEqual(segments)));
  });

  test('what formatPath writes, the decoder reads', () => {
    fc.assert(
      fc.property(path, (segments) => void expect(splitName(formatPath(segments))).toEqual(segments.map(String))),
    );
  });

  test('appendPath adds one segment, parentPath takes it away', () => {
    fc.assert(
      fc.property(path, segment, (segments, last) => {
        const whole = parsePath(appendPath(formatPath(segments), last));
        expect(whole).toEqual([...segments, last]);
        expect(parentPath(whole)).toEqual(segments);
      }),
    );
  });

  test('a name that can be read can be spelled, and its canonical spelling is final', () => {
    fc.assert(
      fc.property(text, (name) => {
        const read = parsed(name);
        if (!read) return;
        expect(parsePath(formatPath(read))).toEqual(read);
        expect(splitName(name)).toEqual(read.map(String));
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever a form sends, its segments can be spelled', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (name) => {
        const segments = splitName(name)?.filter((one) => one !== '');
        if (segments) expect(splitName(formatPath(segments))).toEqual(segments);
      }),
      { numRuns: 1000 },
    );
  });

  function parsed(name: string): (string | number)[] | undefined {
    try {
      return parsePath(name);
    } catch (error) {
      expect(error).toBeInstanceOf(PathSyntaxError);
      return undefined;
    }
  }
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
    ['r[a[.]', undefined],
    ['r[[]', undefined],
    ['r.a]', ['r', 'a]']],
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
