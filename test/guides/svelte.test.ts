import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { codeBlocks } from '../support/document-code.js';

const components = join('examples', 'frameworks', 'src', 'components');
const example = (name: string) => [name, readFileSync(join(root, components, name), 'utf8')] as const;
const guide = codeBlocks('docs/your-own-controls.md').filter(({ language }) => language === 'svelte');

test.each([
  example('CountedField.svelte'),
  example('StarRating.svelte'),
  ...guide.map(({ code }) => ['the one of the guide', code] as const),
])('the compiler has nothing to say about %s', (filename, code) => {
  const { warnings } = compile(code, { filename });
  expect(warnings.map((warning) => warning.code)).toEqual([]);
});

test('the guide shows a component', () => {
  expect(guide).toHaveLength(1);
});
