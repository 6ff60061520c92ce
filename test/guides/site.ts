import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root as repositoryRoot } from '../../scripts/run.mjs';
import { cacheRoot, madeOnce } from '../support/app-cache.js';
import type { Chapter } from './chapters.js';

const index = 'src/actions/index.ts';

/** What a new site has, with what `astro add react` writes. */
const tsconfig = JSON.stringify({
  extends: 'astro/tsconfigs/strict',
  include: ['.astro/types.d.ts', '**/*'],
  exclude: ['dist'],
  compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' },
});

/**
 * Writes an Astro site and gives its folder, as a path from the repository's root. It finds its packages upwards. The same
 * content is written once.
 */
export async function writeSite(name: string, files: ReadonlyMap<string, string>): Promise<string> {
  const all = new Map([['tsconfig.json', tsconfig], ...files]);
  const hash = createHash('sha256').update(JSON.stringify([...all]));
  const site = join(cacheRoot, `${name}-${hash.digest('hex').slice(0, 16)}`);
  await madeOnce(site, async () => {
    for (const [path, code] of all) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), code);
    }
  });
  return relative(repositoryRoot, site);
}

/** All files of chapters as one site: only their actions, which each has in `src/actions/index.ts`, move beside it. */
export function merge(chapters: readonly Chapter[]): Map<string, string> {
  const files = new Map<string, string>();
  const withActions: string[] = [];
  for (const { name, document, files: own } of chapters) {
    for (const [path, code] of own) {
      if (path === index) withActions.push(name);
      const target = path === index ? `src/actions/${name}.ts` : path;
      // The last guide that shows the configuration shows the most of it.
      if (files.has(target) && path !== 'astro.config.mjs') throw new Error(`${document} writes ${target} once more`);
      files.set(target, code);
    }
  }
  return files.set(index, joined(withActions));
}

function joined(names: readonly string[]): string {
  const lines = names.flatMap((name, at) => [
    `import { server as server${at} } from './${name}';`,
    `export type * from './${name}';`,
  ]);
  return `${lines.join('\n')}\nexport const server = { ${names.map((_, at) => `...server${at}`).join(', ')} };\n`;
}
