import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { nodeAt, readSchema } from '../../src/schema/node.js';
import { toFileLimits } from '../../src/server/controls/file-limits.js';
import { germanMessages } from '../../src/shared/messages-de.js';
import { defaultMessages } from '../../src/shared/messages.js';

interface Expected {
  readonly size?: number;
  readonly says?: string;
  readonly files?: number;
  readonly types?: string;
  readonly called?: string;
  readonly several?: true;
}

test.each([
  ['a file', z.file(), {}],
  ['a text', z.string().max(5), {}],
  ['a file of at most 5 MB', z.file().max(5_000_000), { size: 5_000_000, says: '5 MB' }],
  ['the same in units of 1024', z.file().max(5 * 1024 * 1024), { size: 5_242_880, says: '5 MB' }],
  ['half a kilobyte', z.file().max(500), { size: 500, says: '500 bytes' }],
  ['a bit more', z.file().max(1_500), { size: 1_500, says: '1.5 kB' }],
  ['an optional one', z.file().max(2_000).optional(), { size: 2_000, says: '2 kB' }],
  ['at most three', z.array(z.file()).max(3), { files: 3, several: true }],
  ['at most three of 1 GB', z.array(z.file().max(1e9)).max(3), { size: 1e9, says: '1 GB', files: 3, several: true }],
  [
    'a picture',
    z.file().mime(['image/png', 'image/svg+xml']),
    { types: 'image/png,image/svg+xml', called: 'PNG, image/svg+xml' },
  ],
  ['PDFs', z.array(z.file().mime('application/pdf')), { types: 'application/pdf', called: 'PDF', several: true }],
] as const)('%s', (_, schema, { size, says, files, types, called, several }: Expected) => {
  const limits = toFileLimits(nodeAt(readSchema(z.object({ f: schema })), ['f']), defaultMessages, 'en');
  expect(limits).toEqual({
    ...(several && { 'data-action-remove-text': 'Remove' }),
    ...(files !== undefined && {
      'data-action-max-files': files,
      'data-action-max-files-text': `Choose at most ${files} files.`,
    }),
    ...(types !== undefined && {
      'data-action-types': types,
      'data-action-type-text': `Choose a file of one of these types: ${called}.`,
    }),
    ...(size !== undefined && {
      'data-action-max-size': size,
      'data-action-max-size-text': `Choose a file of at most ${says}.`,
    }),
  });
});

test('sizes are written as the language of the page writes them', () => {
  const node = nodeAt(readSchema(z.object({ f: z.file().max(1_500) })), ['f']);
  expect(toFileLimits(node, germanMessages, 'de')).toMatchObject({
    'data-action-max-size-text': 'Bitte eine Datei von höchstens 1,5 kB wählen.',
  });
});

test('one of several is taken out in the words of the page', () => {
  const node = nodeAt(readSchema(z.object({ f: z.array(z.file()) })), ['f']);
  expect(toFileLimits(node, germanMessages, 'de')).toEqual({ 'data-action-remove-text': 'Entfernen' });
});
