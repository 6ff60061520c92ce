import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as repositoryRoot } from '../../scripts/run.mjs';

/**
 * The files that the README tells a reader to write: fenced blocks that begin, after `---` in a page, with a comment
 * that is a path, such as `// src/actions/index.ts`. The first block for a path counts.
 *
 * @param heading Of the only section that is read. Default: all of them.
 */
export function readmeFiles(heading?: string): Map<string, string> {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  const files = new Map<string, string>();
  for (const [, code = ''] of below(readme, heading).matchAll(/^```(?:ts|js|astro|mjs)\n([^]*?)^```$/gm)) {
    const path = /^(?:---\n)?\/\/ (\S+\.(?:ts|mjs|astro))\n/.exec(code)?.[1];
    if (path && !files.has(path)) files.set(path, code);
  }
  return files;
}

function below(readme: string, heading?: string): string {
  if (heading === undefined) return readme;
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`The README has no section "${heading}"`);
  return section;
}
