import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeWhere, variantsOf } from '../../src/schema/narrow.js';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { parsePath } from '../../src/shared/path.js';

const card = z.object({ kind: z.literal('card'), number: z.string().min(1), note: z.string().optional() });
const invoice = z.object({ kind: z.enum(['invoice', 'bill']), note: z.number() });
const payment = z.discriminatedUnion('kind', [card, invoice]);

const schemas = {
  nested: z.object({ pay: payment }),
  'in an optional field': z.object({ pay: payment.optional() }),
  'in a union of unions': z.object({
    pay: z.discriminatedUnion('kind', [z.discriminatedUnion('kind', [card]), invoice]),
  }),
  'beside other fields': z.object({ pay: z.object({ name: z.string() }).and(payment) }),
};

/** What is known of a field where one of these is the tag. */
function kindOf(schema: z.ZodType, name: string, tags: string[], tagName = 'pay.kind') {
  const node = nodeWhere(
    readSchema(schema),
    parsePath(name),
    (field, value) => field !== tagName || tags.includes(value),
  );
  return node && [node.kind, node.optional];
}

describe.each(Object.entries(schemas))('a discriminated union %s', (_, schema) => {
  test.each<[string, string[], [string, boolean] | undefined]>([
    ['pay.number', ['card'], ['string', false]],
    ['pay.number', ['invoice'], undefined],
    ['pay.number', ['card', 'bill'], ['string', true]],
    ['pay.note', ['card'], ['string', true]],
    ['pay.note', ['bill'], ['number', false]],
    ['pay.note', ['card', 'invoice'], ['union', true]],
  ])('has %s where its tag is one of %j', (name, tags, expected) => {
    expect(kindOf(schema, name, tags)).toEqual(expected);
  });

  test('whose tag is none of its own says what all options say', () => {
    expect(kindOf(schema, 'pay.number', ['cash'])).toEqual(['string', true]);
  });

  test('names its tag and what that may be', () => {
    const node = nodeAt(readSchema(schema), ['pay']);
    expect(node && variantsOf(node)).toEqual({ key: 'kind', tags: ['card', 'invoice', 'bill'] });
  });
});

test('a union that is the form itself, and one in a row, are known by the names of their tags', () => {
  expect(kindOf(payment, 'number', ['card'], 'kind')).toEqual(['string', false]);
  const rows = z.object({ rows: z.array(payment) });
  expect(kindOf(rows, 'rows[1].number', ['card'], 'rows[1].kind')).toEqual(['string', false]);
  expect(kindOf(rows, 'rows[0].number', ['card'], 'rows[1].kind')).toEqual(['string', true]);
});

test.each([
  ['a union without a tag', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])],
  ['an object', z.object({ kind: z.string() })],
])('%s has no variants', (_, schema) => {
  expect(variantsOf(readSchema(schema))).toBeUndefined();
});
