// Builds and serves apps for scripts/size.mjs.
import { basename, join } from 'node:path';
import { build } from 'astro';
import { root } from './run.mjs';
import { answers, freePort, runNode } from './server.mjs';

/** What a visitor of the README's first form loads, and a page for every part of the island. */
export const apps = {
  minimal: join(root, 'examples', 'minimal'),
  parts: join(root, 'test', 'fixtures', 'island-parts'),
};

/**
 * Builds into a folder, and gives a predicate: whether a script's address is the chunk of devalue, with the one line of ours that calls it.
 * @param {string} app
 * @param {string} outDir
 * @returns {Promise<(url: string) => boolean>}
 */
export async function buildApp(app, outDir) {
  /** @type {Map<string, string[]>} */
  const modulesOf = new Map();
  /** @type {import('vite').Plugin} */
  const collect = {
    name: 'size:modules-of-chunks',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') modulesOf.set(basename(file.fileName), file.moduleIds);
      }
    },
  };
  await build({ root: app, outDir, logLevel: 'warn', vite: { plugins: [collect] } });
  return (url) => {
    const modules = modulesOf.get(basename(new URL(url, 'inline:').pathname)) ?? [];
    const isCalled = modules.some((id) => id.includes('/node_modules/devalue/'));
    return isCalled && modules.every((id) => /\/node_modules\/devalue\/|\/client\/read-data\.js$/.test(id));
  };
}

/**
 * Starts the server of a build on a free port.
 * @param {string} app
 * @param {string} outDir
 */
export async function serve(app, outDir) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  const running = runNode([join(outDir, 'server', 'entry.mjs')], { cwd: app, env });
  await answers(url, running);
  return { url, stop: running.stop };
}
