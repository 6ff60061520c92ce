import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../../scripts/run.mjs';
import { type App, buildApp, startBuild } from '../support/app.js';
import { type RedisServer, startRedis } from '../support/redis.js';

/** The name of the site behind its proxy. */
export const DOMAIN = 'print.example';

/** The built showcase, as processes that share a Redis, a secret and the file of its own data. */
export interface SharedShowcase {
  readonly processes: readonly App[];
  readonly redis: RedisServer;
  /** What a query of the showcase's own data gives, counted outside of the processes. */
  count(query: string, ...values: string[]): number;
  stop(): Promise<void>;
}

/** @param more Added to the environment of the processes. */
export async function startShowcase(processes: number, more: Record<string, string> = {}): Promise<SharedShowcase> {
  // The build knows that there is a Redis, and not where.
  const build = await buildApp('examples/showcase', { REDIS_URL: 'redis://', SHOWCASE_DOMAIN: DOMAIN });
  const redis = await startRedis();
  const data = mkdtempSync(join(tmpdir(), 'scale-'));
  const env = {
    REDIS_URL: redis.url,
    SHOWCASE_DATA: data,
    ACTION_FORMS_SECRET: 'a-secret-that-all-processes-have-alike',
    ...more,
  };
  const apps: App[] = [];
  const cwd = join(root, 'examples', 'showcase');
  for (let index = 0; index < processes; index += 1) apps.push(await startBuild(build, { cwd, env }));
  const database = new DatabaseSync(join(data, 'showcase.sqlite'), { readOnly: true });
  return {
    processes: apps,
    redis,
    count(query, ...values) {
      const row = database.prepare(`SELECT count(*) AS count FROM ${query}`).get(...values);
      return Number(row?.['count']);
    },
    async stop() {
      database.close();
      await Promise.all([...apps.map((app) => app.stop()), redis.stop()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
