import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../support/app.js';
import type { VisitedPage } from '../support/visitor.js';

export interface OnceApp {
  /** As many processes of one build as were asked for; they share the store. */
  readonly processes: App[];
  /** The first of them. */
  readonly app: App;
  /** How often something was done by this name, counted outside of the processes. */
  runs(name: string): number;
  /** What was done, in order: its name, and the id that its run gave as its result. */
  log(): { name: string; run: string }[];
  /** Starts another process. The caller may end it before the others. */
  start(): Promise<App>;
  stop(): Promise<void>;
}

export interface OnceOptions {
  /** `redis:…`, or `sqlite` for a file of this test's own. Default: the memory of each process. */
  readonly store?: string;
  readonly processes?: number;
}

/** Serves the fixture whose actions are done once. */
export async function startOnceApp({ store = '', processes = 1 }: OnceOptions = {}): Promise<OnceApp> {
  const folder = mkdtempSync(join(tmpdir(), 'once-'));
  const file = join(folder, 'log');
  const env = {
    ONCE_LOG: file,
    ONCE_STORE: store === 'sqlite' ? join(folder, 'store.sqlite') : store,
    ACTION_FORMS_SECRET: 'a-secret-that-all-processes-have-alike',
  };
  const apps: App[] = [];
  const start = async () => {
    const app = await startApp('test/fixtures/once', { env });
    apps.push(app);
    return app;
  };
  for (let index = 0; index < processes; index += 1) await start();
  const log = () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    return lines.map((line) => {
      const [name = '', run = ''] = line.split('\t');
      return { name, run };
    });
  };
  return {
    processes: apps,
    app: apps[0]!,
    log,
    runs: (name) => log().filter((line) => line.name === name).length,
    start,
    stop: async () => {
      await Promise.all(apps.map((app) => app.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The one-time key of a page's form. */
export function keyOf({ html }: Pick<VisitedPage, 'html'>): string | undefined {
  return /name="_action_key" value="([^"]*)"/.exec(html)?.[1];
}
