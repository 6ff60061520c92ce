import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as repositoryRoot } from '../../scripts/run.mjs';

/**
 * The files that the README tells a reader to write: fenced blocks that begin, after `---` in a page, with a comment
 * that is a path, such as `// src/actions/index.ts`. The first block for a path counts.
 */
export function readmeFiles(readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8')): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, code = ''] of readme.matchAll(/^```(?:ts|js|astro|mjs)\n([^]*?)^```$/gm)) {
    const path = /^(?:---\n)?\/\/ (\S+\.(?:ts|mjs|astro))\n/.exec(code)?.[1];
    if (path && !files.has(path)) files.set(path, code);
  }
  return files;
}
