import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { hasAsyncParts } from '../../src/schema/async-parts.js';
import { parseSubmission } from '../../src/submission/parse.js';
import { toFormData } from '../submission/support.js';

const down = async (): Promise<boolean> => {
  throw new Error('The database is down');
};
const taken = z.string().refine(down);

interface Tree {
  name: string;
  children: Tree[];
}
const tree: z.ZodType<Tree> = z.object({
  name: taken,
  get children() {
    return z.array(tree);
  },
});

const asynchronous: [string, unknown][] = [
  ['a refinement', taken],
  ['a refinement behind others', z.string().min(1).refine(Boolean).refine(down)],
  ['a refinement of the form', z.object({ name: z.string() }).refine(down)],
  ['a transform', z.object({ name: z.string().transform(async (text) => text) })],
  ['a preprocess', z.object({ name: z.preprocess(async (text) => text, z.unknown()) })],
  [
    'a codec',
    z.object({ name: z.codec(z.string(), z.string(), { decode: async (text) => text, encode: (text) => text }) }),
  ],
  ['below wrappers', z.object({ name: taken.optional().nullable().default('').readonly() })],
  ['in a list', z.object({ names: z.array(taken) })],
  ['in a tuple', z.object({ names: z.tuple([z.string(), taken]) })],
  ['in a record', z.object({ names: z.record(z.string(), taken) })],
  ['in a union', z.object({ name: z.union([z.number(), taken]) })],
  ['in an intersection', z.intersection(z.object({ name: z.string() }), z.object({ name: taken }))],
  ['in a lazy schema', z.object({ name: z.lazy(() => taken) })],
  ['in a recursive one', tree],
  ['in zod/mini', mini.object({ name: mini.string().check(mini.refine(down)) })],
];

const synchronous: [string, unknown][] = [
  ['no function', z.object({ name: z.string().min(1), tags: z.array(z.enum(['a'])) })],
  [
    'functions that are not async',
    z.object({
      name: z
        .string()
        .refine(Boolean)
        .transform((text) => text.length),
    }),
  ],
  ['a default that is async', z.object({ name: z.unknown().default(async () => '') })],
  [
    'a recursive one',
    z.object({
      get inner() {
        return z.lazy(() => z.string()).optional();
      },
    }),
  ],
  ['no schema', undefined],
];

test.each(asynchronous)('%s is asynchronous', (_, schema) => {
  expect(hasAsyncParts(schema)).toBe(true);
});

test.each(synchronous)('%s is not', (_, schema) => {
  expect(hasAsyncParts(schema)).toBe(false);
});

describe('a refinement that is rejected', () => {
  // Vitest fails on rejections that nobody handles
  test('is the rejection of the submission, also at the first one', async () => {
    const submission = parseSubmission(z.object({ name: taken }), toFormData([['name', 'Ada']]));
    await expect(submission).rejects.toThrow('The database is down');
  });

  test('as well in an option of a union that is tried', async () => {
    const schema = z.object({ name: z.union([z.number(), z.string().refine(down)]) });
    await expect(parseSubmission(schema, toFormData([['name', 'Ada']]))).rejects.toThrow('The database is down');
  });
});
