import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const repositoryRoot = join(import.meta.dirname, '..', '..');

/** A child process whose output is kept, for messages when it fails. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything that it has written to stdout and stderr. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the repository's own Node with a script, an argument list and a working directory. */
export function runNode(args: readonly string[], options: { cwd: string; env?: Record<string, string> }): Running {
  const child = spawn(nodeBinary(), args, {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return { child, output: () => chunks.join(''), stop: () => stop(child) };
}

/** Resolves with the output of a process that ends well. */
export async function finished(running: Running, what: string): Promise<string> {
  const [code] = await once(running.child, 'close');
  if (code !== 0) throw new Error(`${what} ended with code ${code}\n${running.output()}`);
  return running.output();
}

/** A TCP port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe has no TCP port');
  return address.port;
}

/** Waits until the address answers anything at all. */
export async function answers(url: string, running: Running, timeout = 60_000): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    if (running.child.exitCode !== null) throw new Error(`The server at ${url} ended\n${running.output()}`);
    const answered = await fetch(url, { redirect: 'manual' }).then(
      async (response) => {
        await response.body?.cancel();
        return true;
      },
      () => false,
    );
    if (answered) return;
    if (Date.now() > deadline) throw new Error(`No answer from ${url} in ${timeout} ms\n${running.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const reaper = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(reaper);
}

function nodeBinary(): string {
  const own = join(repositoryRoot, 'node_modules', 'node', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Vitest's and npm's variables would change how Astro, Vite and npm behave in the child. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITE|VITEST|npm_|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}
