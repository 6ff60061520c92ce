import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { appHash, cacheRoot, madeOnce } from './app-cache.js';
import { root as repositoryRoot } from '../../scripts/run.mjs';
import { answers, finished, freePort, type Running, runNode } from '../../scripts/server.mjs';

/** An Astro app that answers requests. */
export interface App {
  /** Origin without a slash at the end, such as `http://127.0.0.1:43210`. */
  readonly url: string;
  readonly pid: number;
  /** Everything that the server has written. */
  output(): string;
  /** Fetches a path of the app. Redirects are not followed, so that a test sees the 303. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
  /** SIGKILL: nothing that is under way comes to its end. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Added to the environment of the server. */
  env?: Record<string, string>;
  /** Port of the loopback interface; a free one by default. */
  port?: number;
}

/** What is set over an app's own astro.config. */
export type Address = Pick<AstroInlineConfig, 'base' | 'trailingSlash'>;

/**
 * Builds an Astro app (a path from the repository's root, such as `examples/minimal` or `test/fixtures/guard`) and
 * gives the folder of the build. The same content is built once per environment and address, however many test files ask.
 */
export async function buildApp(root: string, env: Record<string, string> = {}, address: Address = {}): Promise<string> {
  const appRoot = resolve(repositoryRoot, root);
  const name = [root, ...Object.entries({ ...env, ...address }).flat()].join('-').replace(/[^\w-]+/g, '-');
  const directory = join(cacheRoot, `${name}-${appHash(appRoot)}`);
  await madeOnce(directory, async () => {
    const config: AstroInlineConfig = { root: appRoot, outDir: join(directory, 'dist'), logLevel: 'warn', ...address };
    await finished(runAstro('build', config, env), `astro build of ${root}`);
  });
  utimesSync(directory, new Date(), new Date());
  return join(directory, 'dist');
}

/** Like {@link buildApp} for a build that has to fail: gives what it printed. Never cached. */
export async function failingBuild(root: string, env: Record<string, string> = {}): Promise<string> {
  const appRoot = resolve(repositoryRoot, root);
  const outDir = join(cacheRoot, `failing-${process.pid}-${Date.now()}`);
  const running = runAstro('build', { root: appRoot, outDir, logLevel: 'info' }, env);
  const built = await finished(running, 'build').then(
    () => true,
    () => false,
  );
  if (built) throw new Error(`astro build of ${root} was expected to fail\n${running.output()}`);
  return running.output();
}

/** Builds an app where needed and starts its `@astrojs/node` standalone server. */
export async function startApp(
  root: string,
  { address, ...options }: StartOptions & { address?: Address } = {},
): Promise<App> {
  return startBuild(await buildApp(root, {}, address), { ...options, cwd: resolve(repositoryRoot, root) });
}

/** Starts the server of a build that is there already. */
export async function startBuild(outDir: string, options: StartOptions & { cwd: string }): Promise<App> {
  const port = options.port ?? (await freePort());
  const env = { HOST: '127.0.0.1', PORT: String(port), ...options.env };
  return ready(runNode([join(outDir, 'server', 'entry.mjs')], { cwd: options.cwd, env }), port);
}

/** Starts Astro's development server for an app. One per app and machine at a time: they share Vite's cache. */
export async function startDev(root: string, options: StartOptions = {}): Promise<App> {
  const port = options.port ?? (await freePort());
  const server = { host: '127.0.0.1', port };
  const config: AstroInlineConfig = {
    root: resolve(repositoryRoot, root),
    server,
    logLevel: 'info',
    devToolbar: { enabled: false },
  };
  return ready(runAstro('dev', config, options.env), port);
}

async function ready(running: Running, port: number): Promise<App> {
  const url = `http://127.0.0.1:${port}`;
  await answers(url, running);
  return {
    url,
    pid: running.child.pid!, // why: it has answered, so there is a process
    output: running.output,
    fetch: (path, init) => fetch(new URL(path, url), { redirect: 'manual', ...init }),
    stop: running.stop,
    async kill() {
      const closed = once(running.child, 'close');
      running.child.kill('SIGKILL');
      await closed;
    },
  };
}

function runAstro(command: 'build' | 'dev', config: AstroInlineConfig, env: Record<string, string> = {}): Running {
  const script = join(import.meta.dirname, 'astro.mjs');
  return runNode([script, command, JSON.stringify(config)], { cwd: String(config.root), env });
}
