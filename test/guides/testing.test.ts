import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root as repositoryRoot } from '../../scripts/run.mjs';
import { finished, runNode } from '../../scripts/server.mjs';
import { codeBlocks, filesOf } from '../support/document-code.js';
import { firstForm } from './chapters.js';
import { writeSite } from './site.js';

const blocks = codeBlocks('docs/testing.md');
const configurations = blocks.filter(({ path }) => path === 'vitest.config.ts').map(({ code }) => code);
const asShown = (text: string) => text;

describe('docs/testing.md', () => {
  test('shows two configurations', () => expect(configurations).toHaveLength(2));

  test.each([
    ["the package's plugin", 0],
    ["Astro's own set-up", 1],
  ])('the test that it shows passes with %s', async (_, at) => {
    expect(await runTests(configurations[at]!, asShown)).toMatch(/Tests +1 passed/);
  });

  test('the test that it shows fails where the action says something else', async () => {
    const run = runTests(configurations[0]!, (text) => text.replace('Enter an', 'Give an'));
    await expect(run).rejects.toThrow('Give an email address');
  });
});

/** Runs the guide's test of the first form, and gives what it prints. `edit` changes the files of that. */
async function runTests(configuration: string, edit: (text: string) => string): Promise<string> {
  const form = [...firstForm.files].map(([path, text]): [string, string] => [path, edit(text)]);
  const files = new Map([...form, ...filesOf(blocks), ['vitest.config.ts', configuration]]);
  const cwd = join(repositoryRoot, await writeSite('guide-testing', files));
  const vitest = join(repositoryRoot, 'node_modules/vitest/vitest.mjs');
  const running = runNode([vitest, 'run'], { cwd });
  return finished(running, 'vitest');
}
