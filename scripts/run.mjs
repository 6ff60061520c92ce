// Runs the repository's own commands: the Node and the tools of node_modules, whatever the system has.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/**
 * Environment in which `node`, `astro`, `vitest` and the others are ours.
 * @type {NodeJS.ProcessEnv}
 */
export const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
};

/**
 * Runs a command with its output shown as it comes, and resolves with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function show(command, args) {
  const child = spawn(command, args, { cwd: root, env: environment, stdio: 'inherit' });
  const [code, signal] = await once(child, 'close');
  return signal ? 1 : code;
}

/**
 * Runs a command with its output kept, and resolves with both.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function keep(command, args) {
  const child = spawn(command, args, { cwd: root, env: { ...environment, NO_COLOR: '1' } });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const [code, signal] = await once(child, 'close');
  return { code: signal ? 1 : code, output };
}
