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
      message: expect.stringContaining('limit "names": 1000'),
    });
  });
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
