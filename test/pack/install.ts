import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pack } from '../../scripts/pack.mjs';
import { environment, root as repositoryRoot } from '../../scripts/run.mjs';
import { codeBlocks, filesOf } from '../support/document-code.js';

const run = promisify(execFile);

/** `astro.config.mjs` as `npx astro add node` leaves it in a new app. */
export const configOfNode = `// @ts-check
import { defineConfig } from 'astro/config';

import node from '@astrojs/node';

// https://astro.build/config
export default defineConfig({
  adapter: node({
    mode: 'standalone'
  })
});
`;

/** A new Astro app with the Node adapter, and nothing of this package. */
export const emptyApp = {
  'astro.config.mjs': configOfNode,
  'tsconfig.json': `{
  "extends": "astro/tsconfigs/strict",
  "include": [".astro/types.d.ts", "**/*"],
  "exclude": ["dist"]
}
`,
  'src/pages/index.astro': `---

---

<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Astro</title>
  </head>
  <body>
    <h1>Astro</h1>
  </body>
</html>
`,
};

/** An empty app outside this tree that has the tarball installed and the README's first form written into it. */
export async function installApp(): Promise<{ root: string; files: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'astro-action-forms-pack-'));
  const { tarball, files } = await pack(root);
  const { devDependencies } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  const versionOf = (name: string) => [name, devDependencies[name]];
  const dependencies = {
    ...Object.fromEntries(['astro', '@astrojs/node'].map(versionOf)),
    'astro-action-forms': `file:${tarball}`,
  };
  write(root, 'package.json', JSON.stringify({ name: 'site', private: true, type: 'module', dependencies }));
  writeApp(root, filesOfReadme('Install', 'Your first form'));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: root, env: environment });
  return { root, files };
}

/** Another empty app with what the first one has installed, and the files of other sections of the README. */
export function appOfSections(installed: string, ...headings: string[]): { root: string; files: Map<string, string> } {
  const root = mkdtempSync(join(tmpdir(), 'astro-action-forms-pack-'));
  const files = filesOfReadme(...headings);
  cpSync(join(installed, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(installed, 'node_modules'), join(root, 'node_modules'));
  writeApp(root, files);
  return { root, files };
}

/** Builds an installed app with the Astro that it has installed itself. */
export async function buildInstalled(root: string): Promise<void> {
  await run('node', [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { cwd: root, env: environment });
}

function filesOfReadme(...headings: string[]): Map<string, string> {
  return new Map(headings.flatMap((heading) => [...filesOf(codeBlocks('README.md', heading))]));
}

function writeApp(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of [...Object.entries(emptyApp), ...files]) write(root, path, text);
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
