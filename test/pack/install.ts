import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pack } from '../../scripts/pack.mjs';
import { environment, root as repositoryRoot } from '../../scripts/run.mjs';
import { codeBlocks, filesOf } from '../support/document-code.js';

const run = promisify(execFile);

/** What the README takes for granted: a new Astro site with the Node adapter. The README's own files replace these. */
const emptyApp = {
  'astro.config.mjs': `import node from '@astrojs/node';
import actionForms from 'astro-action-forms';
import { defineConfig } from 'astro/config';

export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }), integrations: [actionForms()] });
`,
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n',
};

/** An Astro app outside this tree that has the tarball installed and the README's files written into it. */
export async function installApp(): Promise<{ root: string; files: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'astro-action-forms-pack-'));
  const { tarball, files } = await pack(root);
  const { devDependencies } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  const versionOf = (name: string) => [name, devDependencies[name]];
  const dependencies = {
    ...Object.fromEntries(['astro', '@astrojs/node', 'zod'].map(versionOf)),
    'astro-action-forms': `file:${tarball}`,
  };
  write(root, 'package.json', JSON.stringify({ name: 'site', private: true, type: 'module', dependencies }));
  for (const [path, text] of [...Object.entries(emptyApp), ...filesOf(codeBlocks('README.md'))])
    write(root, path, text);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: root, env: environment });
  return { root, files };
}

/** Another app with what the first one has installed, and only the files of one section of the README. */
export function appOfSection(installed: string, heading: string): { root: string; files: Map<string, string> } {
  const root = mkdtempSync(join(tmpdir(), 'astro-action-forms-pack-'));
  const files = filesOf(codeBlocks('README.md', heading));
  cpSync(join(installed, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(installed, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of [...Object.entries(emptyApp), ...files]) write(root, path, text);
  return { root, files };
}

/** Builds an installed app with the Astro that it has installed itself. */
export async function buildInstalled(root: string): Promise<void> {
  await run('node', [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], { cwd: root, env: environment });
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
