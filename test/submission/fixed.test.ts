import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataOf, parse, type Pairs } from './support.js';

describe('what the page fixes', () => {
  const schema = z.object({ id: z.int(), name: z.string(), by: z.object({ user: z.string(), note: z.string() }) });
  test('is merged before validation and wins over the form', () => {
    const fixed = { id: 7, by: { user: 'ada' } };
    const pairs: Pairs = [
      ['id', '999'],
      ['name', 'x'],
      ['by.note', 'n'],
      ['by.user', 'eve'],
    ];
    expect(dataOf(schema, pairs, { fixed })).toEqual({ id: 7, name: 'x', by: { user: 'ada', note: 'n' } });
  });

  test('is not shown again', () => {
    const { values } = parse(
      schema,
      [
        ['id', '999'],
        ['name', 'x'],
        ['by.user', 'eve'],
      ],
      { fixed: { id: 7, by: { user: 'ada' } } },
    );
    expect(values).toEqual({ name: ['x'] });
  });

  test('picks the option of a union', () => {
    const union = z.discriminatedUnion('type', [
      z.object({ type: z.literal('a'), n: z.number() }),
      z.object({ type: z.literal('b') }),
    ]);
    expect(
      dataOf(
        union,
        [
          ['type', 'b'],
          ['n', '1'],
        ],
        { fixed: { type: 'a' } },
      ),
    ).toEqual({ type: 'a', n: 1 });
  });

  test('replaces lists whole', () => {
    expect(
      dataOf(
        z.object({ tags: z.array(z.string()) }),
        [
          ['tags', 'x'],
          ['tags[4]', 'y'],
        ],
        { fixed: { tags: ['z'] } },
      ),
    ).toEqual({ tags: ['z'] });
  });

  test('cannot reach a prototype', () => {
    const fixed = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>;
    parse(schema, [], { fixed });
    expect({}).not.toHaveProperty('polluted');
  });
});
