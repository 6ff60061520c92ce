import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { readSchema } from '../../src/schema/node.js';
import { readValues } from '../../src/submission/read-values.js';
import { withSentRows } from '../../src/submission/sent-rows.js';
import { rowIndices } from '../../src/submission/values.js';

const secret = z.string().meta({ secret: true });
const schema = z.object({
  title: z.string(),
  photos: z.array(z.file()),
  people: z.array(z.object({ name: z.string().optional(), password: secret, scans: z.array(z.file()).optional() })),
  byKey: z.record(z.string(), z.string()),
});
const empty = new File([], '');

test.each<[string, [string, string | File][], string, number[]]>([
  [
    'files that were not chosen',
    [
      ['photos[0]', empty],
      ['photos[1]', empty],
    ],
    'photos',
    [0, 1],
  ],
  ['files', [['photos[1]', new File(['x'], 'a.png')]], 'photos', [1]],
  [
    'secrets',
    [
      ['people[0].password', 'hunter2'],
      ['people.3.password', 'hunter2'],
    ],
    'people',
    [0, 3],
  ],
  ['rows in a row', [['people[2][scans][1]', empty]], 'people[2].scans', [1]],
  [
    'beside rows that are shown',
    [
      ['people[0].name', 'Ada'],
      ['people[1].password', 'x'],
    ],
    'people',
    [0, 1],
  ],
  ['not the keys of a record', [['byKey[0]', 'x']], 'byKey', []],
  ['not names that the schema lacks', [['other[0]', 'x']], 'other', []],
  ['not numbers that are none', [['photos[01]', empty]], 'photos', []],
  [
    'not of every object',
    [
      ['__proto__[0]', 'x'],
      ['photos.constructor[0]', 'x'],
    ],
    '__proto__',
    [],
  ],
])('rows that were sent are shown: %s', (_, sent, list, rows) => {
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  const values = withSentRows(readSchema(schema), form, readValues(schema, form));
  expect(rowIndices(values, list)).toEqual(rows);
  expect(JSON.stringify(values)).not.toContain('hunter2');
});
