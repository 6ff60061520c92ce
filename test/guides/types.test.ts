import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keep } from '../../scripts/run.mjs';
import { codeBlocks } from '../support/document-code.js';
import { chapters } from './chapters.js';
import { fragmentsOf, isCode } from './fragments.js';
import { merge, writeSite } from './site.js';

const guides = [
  'first-form',
  'edit-forms',
  'lists',
  'files',
  'dependent-fields',
  'your-own-controls',
  'styling',
  'testing',
  'behind-a-proxy',
  'migrating',
] as const;

test.each(guides)('docs/%s.md begins with a whole file', (guide) => {
  expect(codeBlocks(`docs/${guide}.md`).find(isCode)?.path).toMatch(/\.\w+$/);
});

describe('what the guides show', () => {
  test('has right types, whole files and fragments', async () => {
    const fragments = guides.flatMap((guide) => [...fragmentsOf(guide)]);
    expect(fragments.length).toBeGreaterThan(2);
    const site = await writeSite('guide-types', new Map([...merge(chapters), ...fragments]));
    const { code, output } = await keep('astro', ['check', '--root', site, '--minimumFailingSeverity', 'warning']);
    expect(output).toMatch(/Result \(\d\d files\)[^]*- 0 errors/);
    expect(code).toBe(0);
  });

  test.each(chapters.map((chapter) => [chapter.name, chapter] as const))(
    '%s imports no file that it does not show',
    (_, { files }) => {
      const shown = new Set([...files.keys()].map((path) => path.replace(/(?:\/index)?\.\w+$/, '')));
      const imports = [...files].flatMap(([path, code]) =>
        [...code.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => join(dirname(path), target)),
      );
      expect(imports.filter((target) => !shown.has(target.replace(/\.\w+$/, '')))).toEqual([]);
    },
  );
});
