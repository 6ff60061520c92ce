import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z as astroZod } from 'astro/zod';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { version } from 'zod/v4/core';
import { zfd } from 'zod-form-data';
import { root } from '../../scripts/run.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The package that `zod` stands for in this project. */
    zodPackage: 'zod' | 'zod-4-5';
  }
}

const name = inject('zodPackage');
const versionIn = (file: string, pick: (json: { version: string; peerDependencies: { zod: string } }) => string) =>
  pick(JSON.parse(readFileSync(join(root, file), 'utf8')));
const installed = versionIn(`node_modules/${name}/package.json`, (json) => json.version);

const spell = ({ major, minor, patch }: { major: number; minor: number; patch: number }) =>
  `${major}.${minor}.${patch}`;

test.each([
  ['zod/v4/core, by which schemas are read', version],
  ['zod', z.string()._zod.version],
  ['zod/mini', mini.string()._zod.version],
  ['astro/zod', astroZod.string()._zod.version],
  ['zod-form-data', zfd.text()._zod.version],
])(`%s is the ${name} that is installed, ${installed}`, (_, found) => {
  expect(spell(found)).toBe(installed);
});

test('the oldest version that is tested is the oldest that the package takes', () => {
  const oldest = versionIn('node_modules/zod-4-5/package.json', (json) => json.version);
  expect(versionIn('package.json', (json) => json.peerDependencies.zod)).toBe(`^${oldest}`);
});
