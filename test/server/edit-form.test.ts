import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { editForm } from '../../src/server/edit-form.js';
import type { Schema } from '../../src/server/action-definition.js';
import { parseIntent } from '../../src/shared/intent.js';
import { rowIndices } from '../../src/submission/values.js';

async function edit(schema: Schema, sent: readonly (readonly [string, string | File])[], intent: string) {
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  const parsed = parseIntent(intent);
  if (parsed === undefined) throw new Error(`No intent: ${intent}`);
  return editForm(schema, { form, record: undefined, limits: undefined }, parsed, false);
}

describe('what a client says that a new row shows is bounded as what a form sends', () => {
  const Branch = z.object({
    text: z.string().optional(),
    get branches() {
      return z.array(Branch).optional();
    },
  });
  const schema = z.object({ branches: z.array(Branch), data: z.array(z.any()) });
  const nested = (depth: number) => `${'{"branches":['.repeat(depth)}{}${']}'.repeat(depth)}`;
  const wide = (count: number) => `{"branches":[${Array(count).fill('{"text":"x"}').join()}]}`;

  test.each<[string, string, number]>([
    ['a few levels', nested(5), 0],
    ['a few rows', wide(5), 5],
  ])('%s are shown', async (_, value, rows) => {
    const { values, issues } = await edit(schema, [], `["insert","branches",0,${value}]`);
    expect(rowIndices(values, 'branches[0].branches')).toHaveLength(rows);
    expect(issues).toEqual([]);
  });

  test.each([
    ['more levels than a stack has', `["insert","branches",0,${nested(50_000)}]`],
    ['more rows than a form has', `["insert","branches",0,${wide(50_000)}]`],
    ['a list that is long', `["insert","data",0,[${Array(200_000).fill('0').join()}]]`],
  ])('%s are refused', async (_, intent) => {
    await expect(edit(schema, [], intent)).rejects.toMatchObject({
      code: 'CONTENT_TOO_LARGE',
      message: 'The form has too many fields. Send at most 1,000.',
    });
  });
});

describe('lists in rows of unions and of their own kind', () => {
  const Block: z.ZodType = z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({
      type: z.literal('quote'),
      get blocks() {
        return z.array(Block).min(1).max(1);
      },
    }),
    z.object({
      type: z.literal('columns'),
      get blocks() {
        return z.array(Block).max(2);
      },
    }),
  ]);
  const schema = z.object({ blocks: z.array(Block) });

  test('the first row of a list that begins with none is its first row', async () => {
    const { values, focus } = await edit(schema, [['blocks[0].type', 'columns']], '["insert","blocks[0].blocks"]');
    expect(rowIndices(values, 'blocks[0].blocks')).toEqual([0]);
    expect(focus).toEqual({ on: 'control', name: 'blocks[0].blocks[0]' });
  });

  test('no row is added whose names would be past the limit of depth', async () => {
    const list = `blocks[0]${'.blocks[0]'.repeat(2)}.blocks`;
    const at = `${list}[0].type`;
    const refused = await edit(schema, [[`${list}`, '']], `["insert","${list}"]`);
    expect(rowIndices(refused.values, list)).toEqual([]);
    expect(refused.issues).toMatchObject([{ name: list, code: 'too_big' }]);
    await expect(edit(schema, [[at, 'text']], `["insert","${list}"]`)).rejects.toThrow('The form could not be read.');
  });

  test('a list that options share has as many rows as any of them takes', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => [`blocks[0].blocks[${index}].text`, 'x'] as const);
    const added = await edit(schema, rows(1), '["insert","blocks[0].blocks"]');
    expect(rowIndices(added.values, 'blocks[0].blocks')).toEqual([0, 1]);
    const full = await edit(schema, rows(2), '["insert","blocks[0].blocks"]');
    expect(rowIndices(full.values, 'blocks[0].blocks')).toEqual([0, 1]);
    expect(full.issues).toMatchObject([{ name: 'blocks[0].blocks', code: 'too_big' }]);
    const emptied = await edit(schema, rows(1), '["remove","blocks[0].blocks",0]');
    expect(rowIndices(emptied.values, 'blocks[0].blocks')).toEqual([]);
  });
});

test.each([
  ['of a removed row, to the next one', '["remove","tags",1]', { on: 'row', name: 'tags[1]' }],
  ['of the last one, to where rows are added', '["remove","tags",2]', { on: 'add', name: 'tags' }],
  ['of a row that stays, to the list that says so', '["remove","pair",1]', { on: 'list', name: 'pair' }],
  ['of a moved row, to the button that moved it', '["up","tags",2]', { on: 'up', name: 'tags[1]' }],
  ['down as well', '["down","tags",0]', { on: 'down', name: 'tags[1]' }],
  ['of a copied row, to the first control of the copy', '["duplicate","tags",0]', { on: 'control', name: 'tags[1]' }],
])('A8: the focus goes on %s', async (_, intent, expected) => {
  const schema = z.object({ tags: z.array(z.string()), pair: z.array(z.string()).min(2) });
  const sent = ['tags[0]', 'tags[1]', 'tags[2]', 'pair[0]', 'pair[1]'].map((name) => [name, 'x'] as const);
  expect((await edit(schema, sent, intent)).focus).toEqual(expected);
});

test('rows of files stay rows, chosen or not, also of lists that are not edited', async () => {
  const schema = z.object({ photos: z.array(z.file()), scans: z.array(z.object({ scan: z.file() })) });
  const empty = new File([], '');
  const { values, focus } = await edit(
    schema,
    [
      ['photos[0]', empty],
      ['photos[1]', new File(['x'], 'a.png')],
      ['scans[0].scan', empty],
      ['scans[1].scan', empty],
    ],
    '["insert","photos"]',
  );
  expect([rowIndices(values, 'photos'), rowIndices(values, 'scans')]).toEqual([
    [0, 1, 2],
    [0, 1],
  ]);
  expect(focus).toEqual({ on: 'control', name: 'photos[2]' });
});
