import { fileURLToPath } from 'node:url';

/** What of a chunk tells whose it is. */
interface Chunk {
  readonly moduleIds: readonly string[];
}

/** What is put on top of a chunk after everything else was done with it. */
type Banner = string | ((chunk: never) => string | Promise<string>);

/**
 * Has browsers that know the comment (Chromium: V8's explicit compile hints) compile every function of a file while it
 * loads. All of the island runs with the first submit, and would be compiled in the task of the click.
 */
const HINT = '//# allFunctionsCalledOnLoad';

const packageDir = fileURLToPath(new URL('../../', import.meta.url));
const submitModule = fileURLToPath(new URL('../client/submit.js', import.meta.url));

/** Puts the hint on top of the file with the island, where there is nothing in it but our own code. */
export function withCompileHint<Options extends { readonly postBanner?: Banner }>(options: Options) {
  const { postBanner = '' } = options;
  return {
    ...options,
    async postBanner(chunk: Chunk): Promise<string> {
      // why: the bundler calls both with the same chunk
      const given = typeof postBanner === 'string' ? postBanner : await postBanner(chunk as never);
      return [...(isIsland(chunk) ? [HINT] : []), ...(given === '' ? [] : [given])].join('\n');
    },
  };
}

function isIsland({ moduleIds }: Chunk): boolean {
  return moduleIds.includes(submitModule) && moduleIds.every((id) => id.startsWith('\0') || id.startsWith(packageDir));
}
