import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import * as components from '../../src/internal/components.js';
import * as controls from '../../src/internal/controls.js';
import * as server from '../../src/server.js';

test('what stands for the package without the integration has every name, so that an import reaches its error', () => {
  const text = readFileSync(join(root, 'src/internal/without-integration.ts'), 'utf8');
  const names = [...text.matchAll(/nothing as (\w+)/g)].map(([, name]) => name);
  const needed = [server, components, controls].flatMap((module) => Object.keys(module));
  expect(names.toSorted()).toEqual([...new Set(needed)].toSorted());
});

test('it is an error that says what to do', async () => {
  await expect(import('../../src/internal/without-integration.js')).rejects.toMatchObject({
    message: expect.stringContaining('`integrations: [actionForms()]` is not in astro.config'),
    hint: expect.stringContaining('getViteConfig'),
  });
});
