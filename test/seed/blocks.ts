import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code block of the seed: where the text says it goes, and its first and last line. */
interface Block {
  readonly file: string;
  readonly first: string;
  readonly last: string;
}

/** In the order of the text, where a block begins after the end of the one before. */
const blocks: readonly Block[] = [
  { file: 'greet/src/actions/index.ts', first: '// src/actions/index.ts', last: '};' },
  {
    file: 'greet/src/pages/index.astro',
    first: '---\n// src/pages/index.astro',
    last: "<p>{error ? 'Something went wrong' : data.message}</p>",
  },
  {
    file: 'greet/src/components/GreetButton.astro',
    first: '---\n// src/components/GreetButton.astro',
    last: '</script>',
  },
  {
    file: 'delete-post/src/actions/index.ts',
    first: "import { defineAction, ActionError } from 'astro:actions';",
    last: '};',
  },
];

/** The seed as it came, character for character. */
export const seedCopy = join(import.meta.dirname, 'seed.txt');

/** The text of every code block, by its path below `examples/seed`; each ends with a line feed, as a file does. */
export function seedBlocks(seed = readFileSync(seedCopy, 'utf8')): Map<string, string> {
  const found = new Map<string, string>();
  let from = 0;
  for (const { file, first, last } of blocks) {
    const start = seed.indexOf(`\n${first}\n`, from) + 1;
    const end = seed.indexOf(`\n${last}\n`, start) + last.length + 2;
    if (start === 0 || end < start) throw new Error(`The seed has no block for ${file}`);
    found.set(file, seed.slice(start, end));
    from = end;
  }
  return found;
}
