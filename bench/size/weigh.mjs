// How many bytes of script a page loads, built for production with Vite, minified and compressed.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { finished, runNode } from '../../scripts/server.mjs';

/** Bytes of gzip: what loads with the page, and what its scripts may load later. @typedef {{ first: number, later: number }} Weight */

/**
 * @param {import('./contestants.mjs').Source} source
 * @returns {Promise<Weight>}
 */
export function weigh(source) {
  return 'page' in source ? weighPage(source.page) : weighKit(source.kit);
}

/** @param {string} page */
async function weighPage(page) {
  const built = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutPreloads],
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'pages', page) },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error(`Vite gives no single output for ${page}`);
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  // the set grows while it is walked
  for (const { imports } of first) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  }
  const later = chunks.filter((chunk) => !first.has(chunk));
  return { first: sum([...first].map(({ code }) => code)), later: sum(later.map(({ code }) => code)) };
}

/**
 * Our integration does the same: Vite puts a kilobyte before dynamic imports, for stylesheets that come with them.
 * @type {import('vite').Plugin}
 */
const withoutPreloads = {
  name: 'without-preloads',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

/**
 * SvelteKit is built by its own plugin. Its start loads the page's node and the layout's; the error page's, which is node 1, it does not.
 * @param {string} app
 */
async function weighKit(app) {
  const folder = join(import.meta.dirname, 'kit', app);
  const vite = join(import.meta.dirname, '..', 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await finished(runNode([vite, 'build', '--config', '../vite.config.mjs'], { cwd: folder }), `vite build of ${app}`);
    const output = join(folder, '.svelte-kit', 'output', 'client', '_app', 'immutable');
    const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
    const loaded = files.filter((file) => file.endsWith('.js') && !file.startsWith('nodes/1.'));
    return { first: sum(loaded.map((file) => readFileSync(join(output, file), 'utf8'))), later: 0 };
  } finally {
    rmSync(join(folder, '.svelte-kit'), { recursive: true, force: true });
  }
}

/** @param {readonly string[]} scripts */
function sum(scripts) {
  return scripts.reduce((total, script) => total + gzipSync(script, { level: 9 }).length, 0);
}
