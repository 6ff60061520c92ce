import { z } from 'zod';
import type { Pairs } from './support.js';

const Tree = z.object({
  get a() {
    return Tree.optional();
  },
  get b() {
    return Tree.optional();
  },
  get c() {
    return z.array(Tree);
  },
});

/** Five options that all have the same child, and are all optional themselves. */
const Maze: z.ZodType = z.lazy(() =>
  z.union([1, 2, 3, 4, 5].map((way) => z.object({ [`n${way}`]: z.int(), child: Maze.optional() }))),
);

const numbers = z.object({ n: z.number(), b: z.bigint(), d: z.date() });
const thousand = (name: (index: number) => string, value: string): Pairs =>
  Array.from({ length: 1000 }, (_, index) => [name(index), value]);

/** Schemas and forms for them, within the limits, that would take long if anything were looked at again and again. */
export const costly: readonly (readonly [title: string, schema: z.ZodType, form: Pairs, isValid: boolean])[] = [
  [
    'unions within unions that all have to be tried',
    z.object({ maze: Maze.optional() }),
    thousand((index) => `maze${'.child'.repeat(index % 4)}.x${index}`, ''),
    true,
  ],
  [
    'the worst names at their limits',
    z.object({ scores: z.record(z.string(), z.string()) }),
    thousand((index) => `${index}[${'['.repeat(150)}`, 'x'),
    true,
  ],
  ['deep names below a recursive schema', Tree, thousand((index) => `a.b.c[${index}].a.b.c[0]`, 'x'), true],
  [
    'a schema of a hundred thousand rows that are not sent',
    z.object({ l: z.array(z.array(z.array(z.string()))) }),
    [['l[1000][1000][1000]', 'x']],
    true,
  ],
  ['numbers of a million digits', numbers, ['n', 'b', 'd'].map((name) => [name, '1'.repeat(1e6)]), false],
  ['a number that nearly is one', z.object({ n: z.number() }), [['n', `${'1'.repeat(1e6)}x`]], false],
  ['blanks', z.object({ n: z.number() }), [['n', `${' '.repeat(1e6)}x${' '.repeat(1e6)}`]], false],
];
