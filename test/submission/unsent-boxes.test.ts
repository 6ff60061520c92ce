import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/node.js';
import { unsentBoxes } from '../../src/submission/unsent-boxes.js';
import { parse, type Pairs } from './support.js';

const schema = z.object({
  name: z.string().optional(),
  news: z.boolean().default(true),
  agree: z.boolean(),
  off: z.boolean().default(false),
  inner: z.object({ on: z.boolean().prefault(true), note: z.string().optional() }).optional(),
  rows: z.array(z.object({ keep: z.boolean().default(true), sku: z.string().optional() })),
  get again() {
    return schema.optional();
  },
});

describe('boxes that are true by default and of which nothing was sent', () => {
  test.each<[string, Pairs, string[]]>([
    ['a plain box that is not ticked', [['name', 'x']], ['news']],
    ['our box, not ticked', [['news', 'false']], []],
    [
      'our box, ticked',
      [
        ['news', 'false'],
        ['news', 'true'],
      ],
      [],
    ],
    ['a plain box that is ticked', [['news', 'on']], []],
    ['a part that the form does not have', [['news', 'on']], []],
    [
      'a part that it has',
      [
        ['news', 'on'],
        ['inner.note', ''],
      ],
      ['inner.on'],
    ],
    [
      'a row without its box',
      [
        ['news', 'on'],
        ['rows[0].keep', 'false'],
        ['rows[4].sku', 'a'],
      ],
      ['rows[4].keep'],
    ],
    [
      'a schema that has itself below it',
      [
        ['news', 'on'],
        ['again.name', 'x'],
      ],
      ['again.news'],
    ],
  ])('%s', (_, pairs, names) => {
    expect(unsentBoxes(readSchema(schema), parse(schema, pairs).values)).toEqual(names);
  });
});
