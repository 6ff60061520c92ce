import { build } from 'esbuild';

/** Parts that pages load beside the island where a form asks for them. */
const parts = ['aids', 'chosen', 'dependent', 'fill', 'list', 'repeat', 'unsaved', 'upload'];

/** The island and its helpers as a browser gets them: file name → text. */
export async function bundleClient(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as client from './src/client.js'; import './src/client/register.js'; window.client = client;
${parts.map((part) => `import './src/internal/${part}.js';`).join('')}`,
      resolveDir: new URL('../../../', import.meta.url).pathname,
      sourcefile: 'island.js',
    },
    entryNames: 'island',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/assets',
    write: false,
    alias: {},
    plugins: [
      {
        name: 'sources',
        setup(tool) {
          tool.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
            if (resolveDir.includes('node_modules')) return undefined;
            const file = new URL(path.replace(/\.js$/, '.ts'), `file://${resolveDir}/`).pathname;
            return kind === 'entry-point' ? undefined : { path: file };
          });
        },
      },
    ],
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
