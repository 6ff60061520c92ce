import { type CodeBlock, codeBlocks } from '../support/document-code.js';

/**
 * The blocks of a guide that are no whole files, as files of a site: modules as they are, markup below the frontmatter of the
 * first page that the guide shows.
 */
export function fragmentsOf(guide: string): Map<string, string> {
  const blocks = codeBlocks(`docs/${guide}.md`);
  const page = blocks.find(({ path }) => path?.startsWith('src/pages/'))?.code ?? '';
  const fragments = blocks.filter(({ path, language }) => path === undefined && checked.has(language));
  return new Map(
    fragments.map((block, at) => [
      `src/fragments/${guide}-${at + 1}.${block.language}`,
      block.language === 'astro' ? below(page, block) : block.code,
    ]),
  );
}

/** Whether a block is in a language whose types are checked. */
export function isCode({ language }: CodeBlock): boolean {
  return checked.has(language);
}

const checked = new Set(['ts', 'tsx', 'js', 'astro', 'svelte']);

function below(page: string, { code }: CodeBlock): string {
  const [front, own] = [split(page).frontmatter, split(code)];
  return `---\n${front}\n${own.frontmatter}\n---\n\n${own.markup}`;
}

function split(text: string): { frontmatter: string; markup: string } {
  const [, frontmatter, markup] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  return { frontmatter: frontmatter ?? '', markup: markup ?? text };
}
