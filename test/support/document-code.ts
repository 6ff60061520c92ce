import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as repositoryRoot } from '../../scripts/run.mjs';

/** A fenced block of a document. */
export interface CodeBlock {
  /** As behind the fence: `ts`, `astro`, … */
  readonly language: string;
  /** The heading above it, of any level but the title's; `''` where there is none. */
  readonly heading: string;
  /** Where a reader is told to write it: the comment in its first line, after `---` in a page. */
  readonly path: string | undefined;
  readonly code: string;
}

const headings = /^##+ (.*)$/m;
const fences = /^( *)```(\w+)\n([^]*?)^\1```$/gm;
const path = /^(?:---\n)?(?:\/\/|<!--|\/\*) (\S+\.(?:ts|tsx|js|mjs|astro|svelte|css))(?: -->| \*\/)?\n/;

/**
 * The fenced blocks of a document, in its order.
 *
 * @param document From the repository's root: `README.md`, `docs/lists.md`.
 * @param heading Of the only section that is read, without those below it. Default: all of them.
 */
export function codeBlocks(document: string, heading?: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  for (const [title, text] of sections(readFileSync(join(repositoryRoot, document), 'utf8'))) {
    if (heading !== undefined && heading !== title) continue;
    for (const [, indent = '', language = '', code = ''] of text.matchAll(fences)) {
      const flush = code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      blocks.push({ language, heading: title, path: path.exec(flush)?.[1], code: flush });
    }
  }
  if (blocks.length === 0) throw new Error(`${document} has no code under ${heading ?? 'any heading'}`);
  return blocks;
}

/** The files that blocks say to write. The first block for a path counts. */
export function filesOf(blocks: readonly CodeBlock[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { path, code } of blocks) if (path !== undefined && !files.has(path)) files.set(path, code);
  return files;
}

function sections(text: string): [heading: string, text: string][] {
  const [before = '', ...parts] = text.split(headings);
  const found: [string, string][] = [['', before]];
  for (let at = 0; at < parts.length; at += 2) found.push([parts[at]!, parts[at + 1]!]);
  return found;
}
