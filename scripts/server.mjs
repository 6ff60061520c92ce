// Child processes that are Node servers: started with the repository's Node, on a free port, until they are stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { environment } from './run.mjs';

/**
 * A child process whose output is kept, for messages when it fails.
 * @typedef {object} Running
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => string} output Everything that it has written to stdout and stderr.
 * @property {() => Promise<void>} stop
 */

/**
 * Runs Node with a script and its arguments. With `channel`, parent and child can send messages to each other.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, channel?: boolean }} options
 * @returns {Running}
 */
export function runNode(args, options) {
  const child = spawn('node', args, {
    cwd: options.cwd,
    env: { ...withoutToolVariables(environment), NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.channel ? [/** @type {const} */ ('ipc')] : [])],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  return { child, output: () => output, stop: () => stop(child) };
}

/**
 * Resolves with the output of a process that ends well.
 * @param {Running} running
 * @param {string} what
 */
export async function finished(running, what) {
  const [code] = await once(running.child, 'close');
  if (code !== 0) throw new Error(`${what} ended with code ${code}\n${running.output()}`);
  return running.output();
}

/**
 * A TCP port of the loopback interface that was free a moment ago.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe has no TCP port');
  return address.port;
}

/**
 * Waits until the address answers anything at all; stops the process and throws when it does not.
 * @param {string} url
 * @param {Running} running
 * @param {number} timeout in milliseconds
 */
export async function answers(url, running, timeout = 60_000) {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline && running.child.exitCode === null) {
    if (await isAnswered(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await running.stop();
  throw new Error(`No answer from ${url}\n${running.output()}`);
}

/** @param {string} url */
async function isAnswered(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return true;
  } catch {
    // Refused connections are what waiting is for.
    return false;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const reaper = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(reaper);
}

/**
 * Vitest's and npm's variables would change how Astro, Vite and npm behave in a child.
 * @param {NodeJS.ProcessEnv} variables
 */
function withoutToolVariables(variables) {
  const ofTools = /^(?:VITE|VITEST|npm_|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !ofTools.test(name)));
}
