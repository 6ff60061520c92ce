import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultLimits, SubmissionLimitError, type Limits } from '../../src/submission/limits.js';
import { costly } from './costly.js';
import { dataOf, parse, type Pairs } from './support.js';

const schema = z.object({
  name: z.string().optional(),
  tags: z.array(z.string()),
  address: z.object({ street: z.string().optional() }),
  items: z.array(z.object({ qty: z.int() })),
  scores: z.record(z.string(), z.string()),
});
const empty = { tags: [], address: {}, items: [], scores: {} };

describe('names that no form has', () => {
  test.each<[string, Pairs, object]>([
    ['__proto__', [['__proto__', 'x']], empty],
    ['__proto__.polluted', [['__proto__.polluted', 'x']], empty],
    ['__proto__[polluted]', [['__proto__[polluted]', 'x']], empty],
    ['constructor', [['constructor', 'x']], empty],
    ['constructor.prototype.polluted', [['constructor.prototype.polluted', 'x']], empty],
    ['hasOwnProperty', [['hasOwnProperty', 'x']], empty],
    ['toString', [['toString', 'x']], empty],
    ['address.__proto__.polluted', [['address.__proto__.polluted', 'x']], empty],
    ['address[__proto__][polluted]', [['address[__proto__][polluted]', 'x']], empty],
    [
      'items[0].__proto__.qty',
      [
        ['items[0].qty', '1'],
        ['items[0].__proto__.qty', '9'],
      ],
      { ...empty, items: [{ qty: 1 }] },
    ],
    ['items[__proto__].qty', [['items[__proto__].qty', '9']], empty],
    ['tags.length', [['tags.length', '99999']], empty],
    ['tags[length]', [['tags[length]', '99999']], empty],
    ['a negative row', [['tags[-1]', 'x']], empty],
    ['a row with a leading zero', [['tags[01]', 'x']], empty],
    ['a row with an exponent', [['tags[1e2]', 'x']], empty],
    ['a row that is a fraction', [['tags[1.5]', 'x']], empty],
    ['a row that is hexadecimal', [['tags[0x1]', 'x']], empty],
    [
      'a name of its own and names below it',
      [
        ['address', 'x'],
        ['address.street', 'y'],
        ['name', 'n'],
        ['name.first', 'z'],
      ],
      { ...empty, name: 'n', address: { street: 'y' } },
    ],
    ['an unclosed bracket', [['items[0', 'x']], empty],
    ['an unopened bracket', [['items]0', 'x']], empty],
    ['empty brackets in between', [['items[][qty]', '1']], empty],
    ['dots only', [['..', 'x']], empty],
    ['a leading dot', [['.name', 'x']], empty],
    ['an empty name', [['', 'x']], empty],
    [
      'brackets only',
      [
        ['[]', 'x'],
        ['[', 'x'],
        [']', 'x'],
        ['[0]', 'x'],
      ],
      empty,
    ],
    ['a NUL', [['name\0', 'x']], empty],
  ])('%s', (_, pairs, expected) => {
    const data = dataOf(schema, pairs);
    expect(data).toEqual(expected);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  test('keys of a record are only ever its own', () => {
    const data = dataOf(schema, [
      ['scores[__proto__]', 'x'],
      ['scores.constructor', 'y'],
      ['scores[hasOwnProperty]', 'z'],
    ]) as { scores: object };
    expect(Object.keys(data.scores).filter((key) => key !== '__proto__')).toEqual(['constructor', 'hasOwnProperty']);
    expect(Object.getPrototypeOf(data.scores)).toBe(Object.prototype);
  });

  test('a record is read into an object without a prototype', () => {
    let seen: unknown;
    const scores = z.preprocess((value) => (seen = value), z.record(z.string(), z.string()));
    dataOf(z.object({ scores }), [['scores[__proto__]', 'x']]);
    expect(Object.getPrototypeOf(seen)).toBeNull();
    expect(Object.entries(seen as object)).toEqual([['__proto__', 'x']]);
  });

  test('keys of a loose object are only ever its own', () => {
    const data = dataOf(z.looseObject({}), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['__proto__.polluted', 'z'],
    ]) as object;
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  test('values to show again have no prototype', () => {
    const { values } = parse(schema, [
      ['name', 'x'],
      ['scores[__proto__]', 'y'],
    ]);
    expect(Object.getPrototypeOf(values)).toBeNull();
    expect(values).not.toHaveProperty('polluted');
  });
});

describe('limits', () => {
  const many = (count: number, name: (index: number) => string): Pairs =>
    Array.from({ length: count }, (_, index) => [name(index), 'x']);
  const files = (count: number): Pairs =>
    Array.from({ length: count }, (_, index) => ['f', new File(['x'], `${index}.txt`)]);

  test.each<[string, keyof Limits, 400 | 413, Pairs]>([
    ['too many names', 'names', 413, many(1001, (index) => `n${index}`)],
    ['one name too often', 'names', 413, many(1001, () => 'tags')],
    ['a hundred thousand names', 'names', 413, many(100_000, (index) => `n${index}`)],
    ['too many files', 'files', 413, files(101)],
    ['a name that is too long', 'nameLength', 400, [['n'.repeat(201), 'x']]],
    ['a name that is too deep, dots', 'depth', 400, [['a.b.c.d.e.f.g.h.i', 'x']]],
    ['a name that is too deep, brackets', 'depth', 400, [[`a${'[b]'.repeat(50)}`, 'x']]],
    [
      'names that are too deep, one after the other',
      'depth',
      400,
      [
        ['a.b.c.d.e.f.g.h', 'x'],
        ['a.b.c.d.e.f.g.h.i', 'x'],
      ],
    ],
    ['a row number that is too high', 'index', 400, [['tags[1001]', 'x']]],
    ['a row number that is far too high', 'index', 400, [['tags[99999999999999999999]', 'x']]],
    ['a row number of objects that is too high', 'index', 400, [['items[4294967295].qty', '1']]],
  ])('%s', (_, limit, status, pairs) => {
    const submit = () => parse(schema, pairs);
    expect(submit).toThrow(SubmissionLimitError);
    expect(submit).toThrow(expect.objectContaining({ limit, status, message: expect.stringContaining(`"${limit}"`) }));
  });

  test('as much as is allowed is read', () => {
    expect(
      parse(
        schema,
        many(defaultLimits.names, () => 'tags'),
      ).valid,
    ).toBe(true);
    expect(parse(schema, [['tags[1000]', 'x']]).valid).toBe(true);
    expect(parse(schema, [['a.b.c.d.e.f.g.h', 'x']]).valid).toBe(true);
    expect(parse(z.object({ f: z.array(z.file()) }), files(100)).valid).toBe(true);
  });

  test('rows in order are read up to the highest number', () => {
    const limits = { index: 2 };
    const tags = (count: number) => many(count, (index) => `tags[${index}]`);
    expect(parse(schema, tags(3), { limits }).valid).toBe(true);
    expect(() => parse(schema, tags(4), { limits })).toThrow('limit "index": 2');
  });

  test('the toolkit’s own fields and untouched files do not count', () => {
    const untouched: Pairs = Array.from({ length: 101 }, () => ['f', new File([], '')]);
    expect(parse(schema, untouched).valid).toBe(true);
    expect(parse(schema, [...many(1000, () => 'tags'), ['_action_form', 'x']]).valid).toBe(true);
  });

  test('one that is set to undefined is the default', () => {
    expect(() =>
      parse(
        schema,
        many(1001, () => 'tags'),
        { limits: { names: undefined } },
      ),
    ).toThrow(SubmissionLimitError);
  });

  test('can be set one by one', () => {
    const limits = { names: 2 };
    expect(() =>
      parse(
        schema,
        many(3, () => 'tags'),
        { limits },
      ),
    ).toThrow(SubmissionLimitError);
    expect(
      parse(
        schema,
        many(2000, () => 'tags'),
        { limits: { names: 2000 } },
      ).valid,
    ).toBe(true);
  });
});

describe('what costs most', () => {
  test.each(costly)('%s: ends', (_, input, pairs, isValid) => {
    expect(parse(input, pairs).valid).toBe(isValid);
  });
});
