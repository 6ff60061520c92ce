// Builds the apps and runs them, in processes that say what processor time they have used.
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/run.mjs';
import { answers, finished, freePort, runNode } from '../../scripts/server.mjs';

/** @typedef {import('./contestants.mjs').Build} Build */
/**
 * @typedef {object} Server
 * @property {string} url Origin.
 * @property {string} folder Of the build.
 * @property {() => Promise<number>} cpu Microseconds of processor time that the process has used so far.
 * @property {() => Promise<void>} startProfile
 * @property {() => Promise<import('node:inspector').Profiler.Profile>} stopProfile
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} name
 * @param {Build} build
 * @returns {Promise<string>} The folder of the build.
 */
export async function buildApp(name, { app, env = {} }) {
  const folder = join(root, 'bench', '.build', `http-${process.pid}`, name);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const appRoot = join(import.meta.dirname, 'apps', app);
  const config = { root: appRoot, outDir: folder, logLevel: 'warn', vite: { build: { sourcemap: true } } };
  const script = join(root, 'test', 'support', 'astro.mjs');
  const running = runNode([script, 'build', JSON.stringify(config)], { cwd: appRoot, env });
  await finished(running, `astro build of ${app}`);
  return folder;
}

/**
 * V8 drops the code of functions that have not run for some seconds. A server under load never loses it; one that waits for its
 * turn here would, and who has more code would then be measured at an earlier stage.
 */
const keepCode = '--no-flush-bytecode';

/**
 * @param {string} folder
 * @param {Record<string, string>} env
 * @returns {Promise<Server>}
 */
export async function startServer(folder, env) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const control = pathToFileURL(join(import.meta.dirname, 'control.mjs')).href;
  mkdirSync(join(folder, 'store'), { recursive: true });
  const running = runNode([keepCode, '--import', control, join(folder, 'server', 'entry.mjs')], {
    cwd: folder,
    env: { HOST: '127.0.0.1', PORT: String(port), ACTION_FORMS_SECRET: 'of-the-benchmark-and-nothing-else', ...env },
    channel: true,
  });
  await answers(url, running);
  const ask = async (/** @type {string} */ command) => {
    running.child.send(command);
    const [{ answer }] = await once(running.child, 'message');
    return answer;
  };
  return {
    url,
    folder,
    cpu: () => ask('cpu'),
    startProfile: () => ask('startProfile'),
    stopProfile: () => ask('stopProfile'),
    stop: running.stop,
  };
}
