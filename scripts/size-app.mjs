// Builds and serves apps for scripts/size.mjs.
import { basename, join } from 'node:path';
import { build } from 'astro';
import { root } from './run.mjs';
import { answers, freePort, runNode } from './server.mjs';

/** What a visitor of the README's first form loads, a page for every part of the island, and a site that uses them. */
export const apps = {
  minimal: join(root, 'examples', 'minimal'),
  parts: join(root, 'test', 'fixtures', 'island-parts'),
  showcase: join(root, 'examples', 'showcase'),
};

/** @typedef {'core' | 'devalue' | 'live'} Part */

/**
 * Builds into a folder, and gives what says which part of the island a script's address is: devalue, with the one line of
 * ours that calls it; live validation; else the core.
 * @param {string} app
 * @param {string} outDir
 * @returns {Promise<(url: string) => Part>}
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
    if (modules.length === 0) return 'core';
    if (modules.every((id) => /\/node_modules\/devalue\/|\/client\/read-data\.js$/.test(id))) return 'devalue';
    return modules.every((id) => /\/client\/live[./]|\/shared\/wire-live\.js$/.test(id)) ? 'live' : 'core';
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
  const env = { HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production', SHOWCASE_DATA: join(outDir, 'data') };
  const running = runNode([join(outDir, 'server', 'entry.mjs')], { cwd: app, env });
  await answers(url, running);
  return { url, stop: running.stop };
}
