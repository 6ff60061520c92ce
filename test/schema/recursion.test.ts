import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { readSchema } from '../../src/schema/node.js';
import { isInOwnKind, sameListFurtherOut } from '../../src/schema/recursion.js';
import { formatPath, parsePath } from '../../src/shared/path.js';

const Comment = z.object({
  text: z.string(),
  get replies() {
    return z.array(Comment);
  },
});

/** Elements with wrappers of their own are another schema than that of the list around. */
const Wrapped: z.ZodType = z.object({
  get below() {
    return z.array(Wrapped.nullable()).optional();
  },
});

const Lazy: z.ZodType = z.lazy(() => z.object({ below: z.array(Lazy) }));

const Mini = mini.object({
  get below(): mini.ZodMiniArray<typeof Mini> {
    return mini.array(Mini);
  },
});

const House = z.object({
  get people() {
    return z.array(Person);
  },
});
const Person: z.ZodType = z.object({
  get houses() {
    return z.array(House);
  },
});

const Block: z.ZodType = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('quote'),
    get blocks() {
      return z.array(Block);
    },
  }),
  z.object({
    type: z.literal('columns'),
    get blocks() {
      return z.array(Block);
    },
  }),
]);

/** One list for all levels. */
const threads: z.ZodType = z.array(
  z.object({
    get replies() {
      return threads;
    },
  }),
);

const Columns: z.ZodType = z.object({
  get left() {
    return z.array(Columns);
  },
  get right() {
    return z.array(Columns);
  },
});

const endless = (): z.ZodType => z.lazy(() => z.object({ below: z.array(endless()) }));

const root = readSchema(
  z.object({
    comments: z.array(Comment),
    wrapped: z.array(Wrapped),
    lazy: z.array(Lazy),
    mini: z.array(z.object({ mini: z.array(Mini as unknown as z.ZodType) })),
    people: z.array(Person),
    blocks: z.array(Block),
    threads,
    columns: z.array(Columns),
    endless: z.array(endless()),
    dishes: z.array(z.object({ tags: z.array(z.string()), notes: z.array(z.object({ text: z.string() })) })),
    tags: z.array(z.string()),
  }),
);

describe('a list is in a row of its own kind', () => {
  test.each([
    ['comments[0].replies', 'comments[0].replies[0].replies', 'comments[0].replies'],
    ['comments[7].replies[2].replies', 'comments[0].replies[1].replies[2].replies', 'comments[0].replies[1].replies'],
    ['wrapped[0].below[0].below', 'wrapped[0].below[0].below', 'wrapped[0].below'],
    ['lazy[0].below', 'lazy[0].below[0].below', 'lazy[0].below'],
    ['mini[0].mini[0].below', 'mini[0].mini[0].below[0].below', 'mini[0].mini[0].below'],
    ['people[0].houses[0].people', 'people[0].houses[0].people[0].houses', 'people[0].houses'],
    ['blocks[0].blocks', 'blocks[0].blocks[0].blocks', 'blocks[0].blocks'],
    ['threads[0].replies', 'threads[0].replies[0].replies', 'threads[0].replies'],
    ['columns[0].left', 'columns[0].left[1].right', 'columns[0].right'],
    ['columns[0].right', 'columns[0].left[1].right[2].left', 'columns[0].left[1].left'],
  ])('%s; %s is the same list', (list, inner, around) => {
    expect(isInOwnKind(root, parsePath(list))).toBe(true);
    expect(isInOwnKind(root, parsePath(inner))).toBe(true);
    expect(formatPath(sameListFurtherOut(root, parsePath(inner)) ?? [])).toBe(around);
  });

  test.each([
    ['the list at the top', 'comments'],
    ['a list of something else in a row', 'dishes[0].notes'],
    ['a list of text in a row, with one of the same beside it', 'dishes[0].tags'],
    ['the first list of two that hold each other', 'people[0].houses'],
    ['a field that is no list', 'comments[0].text'],
    ['what the schema lacks', 'comments[0].nothing[0].replies'],
  ])('but not %s', (_, name) => {
    expect(isInOwnKind(root, parsePath(name))).toBe(false);
    expect(sameListFurtherOut(root, parsePath(name))).toBeUndefined();
  });

  test.each([
    ['the first level: the one list is at the top, and not in a row', 'threads[0].replies'],
    ['the other list of the same row', 'columns[0].right'],
    ['the list of the other kind of row', 'people[0].houses[0].people'],
  ])('but it is not the same list further out: %s', (_, name) => {
    expect(isInOwnKind(root, parsePath(name))).toBe(true);
    expect(sameListFurtherOut(root, parsePath(name))).toBeUndefined();
  });

  test('a schema that makes new ones of itself ends after eight lists', () => {
    const listIn = (lists: number) => parsePath(`endless[0]${'.below[0]'.repeat(lists - 1)}.below`);
    expect(isInOwnKind(root, listIn(7))).toBe(false);
    expect(sameListFurtherOut(root, listIn(7))).toBeUndefined();
    expect(isInOwnKind(root, listIn(8))).toBe(true);
    expect(sameListFurtherOut(root, listIn(8))).toEqual(listIn(7));
  });
});
