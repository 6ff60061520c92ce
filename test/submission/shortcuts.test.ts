// What is read by a shorter way has to come out as by the long one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDate } from '../../src/submission/readers/date.js';
import { toLineFeeds } from '../../src/submission/readers/text.js';
import { dataOf, issuesOf, parse } from './support.js';

test('line ends: as one expression would change them', () => {
  const text = fc.string({ unit: fc.constantFrom('\r', '\n', 'a', 'é', '😀'), maxLength: 20 });
  fc.assert(fc.property(text, (sent) => toLineFeeds(sent) === sent.replace(/\r\n?/g, '\n')));
});

describe('a day', () => {
  test.each([
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['0004-02-29', '0004-02-29T00:00:00.000Z'],
    ['0099-12-31', '0099-12-31T00:00:00.000Z'],
    ['1900-02-28', '1900-02-28T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['9999-12-31', '9999-12-31T00:00:00.000Z'],
    ['12024-05-17', '+012024-05-17T00:00:00.000Z'],
  ])('%s is taken', (text, expected) => {
    expect(readDate(text, 'UTC')?.toISOString()).toBe(expected);
  });

  test.each([
    '0000-01-01',
    '1900-02-29',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-04-31',
    '2024/05/17',
    '2024-05-1x',
    ' 024-05-17',
    '2024-5-017',
    '+024-05-17',
    '２０24-05-17',
    '17-05-2024',
  ])('%s is refused', (text) => {
    expect(readDate(text, 'UTC')).toBeUndefined();
  });

  test('every day of four centuries', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2200-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(readDate(text, 'UTC')?.toISOString().slice(0, 10)).toBe(text);
      }),
    );
  });

  test('the first and the last day of every month', () => {
    const wrong: string[] = [];
    const years = [...Array.from({ length: 2400 }, (_, before) => before + 1), 9999, 10_000, 123_456, 275_759];
    for (const year of years) {
      for (let month = 0; month < 12; month += 1) {
        for (const [next, day] of [
          [0, 1],
          [1, 0],
        ] as const) {
          const date = new Date(0);
          date.setUTCFullYear(year, month + next, day);
          const text = `${String(year).padStart(4, '0')}-${date.toISOString().split('T')[0]?.slice(-5)}`;
          if (readDate(text, 'UTC')?.getTime() !== date.getTime()) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a number', () => {
  const schema = z.object({ v: z.number() });

  test.each([
    ['0', 0],
    ['007', 7],
    ['999999999999999', 999_999_999_999_999],
    ['1234567890123456', 1_234_567_890_123_456],
    ['00000000000000012', 12],
  ])('%s is %d', (text, expected) => {
    expect(dataOf(schema, [['v', text]])).toStrictEqual({ v: expected });
  });

  test.each(['1:', '/1', '1 2', '٣', '1_000', '0x1'])('%s is refused', (text) => {
    expect(issuesOf(schema, [['v', text]])).toMatchObject([{ path: ['v'] }]);
  });
});

describe('row numbers', () => {
  const schema = z.object({ items: z.array(z.object({ sku: z.string() })) });

  test.each(['00', '01', '-1', '1e2', '٣', '1.0', '', ' 1'])('items[%s] is no row', (index) => {
    expect(dataOf(schema, [[`items[${index}].sku`, 'a']])).toEqual({ items: [] });
  });

  test.each(['1001', '999999999', '4294967296', '99999999999999999999'])('items[%s] is past the limit', (index) => {
    expect(() => parse(schema, [[`items[${index}].sku`, 'a']])).toThrow('limit "index"');
  });
});

describe('values to show again are worked out when they are asked for', () => {
  const schema = z.object({ name: z.string(), tags: z.array(z.string()) });
  const sent = [
    ['name', 'Ada'],
    ['tags', 'a'],
    ['tags', 'b'],
  ] as const;

  test('of a valid form and of one that is refused', () => {
    expect(parse(schema, sent).values).toEqual({ name: ['Ada'], tags: ['a', 'b'] });
    expect(parse(schema.extend({ age: z.number() }), sent).values).toEqual({ name: ['Ada'], tags: ['a', 'b'] });
  });

  test('once', () => {
    const submission = parse(schema, sent);
    expect(submission.values).toBe(submission.values);
  });

  test('not from the data, which a handler may change', () => {
    const submission = parse(schema, sent);
    if (!submission.valid) throw new Error('Expected a valid form');
    Object.assign(submission.data as object, { name: 'Bob' });
    expect(submission.values).toMatchObject({ name: ['Ada'] });
  });
});
