import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root as repositoryRoot } from '../../scripts/run.mjs';
import { seedBlocks, seedCopy } from './blocks.js';

const original = join(repositoryRoot, '..', 'shared', 'seed-astro-actions.txt');

describe('the seed', () => {
  test('has four code blocks', () => {
    expect([...seedBlocks().keys()]).toEqual([
      'greet/src/actions/index.ts',
      'greet/src/pages/index.astro',
      'greet/src/components/GreetButton.astro',
      'delete-post/src/actions/index.ts',
    ]);
  });

  test.each([...seedBlocks()])('stands verbatim in examples/seed/%s', (file, block) => {
    expect(readFileSync(join(repositoryRoot, 'examples', 'seed', file), 'utf8')).toBe(block);
  });

  test.runIf(existsSync(original))('is the text that the project was given', () => {
    expect(readFileSync(seedCopy, 'utf8')).toBe(readFileSync(original, 'utf8'));
  });
});
