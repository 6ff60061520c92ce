import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished, runNode } from '../../scripts/server.mjs';
import { type App, buildApp, failingBuild, startBuild } from '../support/app.js';
import { startRedis, type RedisServer } from '../support/redis.js';
import { Visitor } from '../support/visitor.js';

const root = 'test/fixtures/stores';
const ACTION_FORMS_SECRET = 'a-secret-of-the-test-with-more-than-32-characters';

let cwd: string;
let redis: RedisServer;
const started: App[] = [];
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'stores-'));
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all([...started.map((app) => app.stop()), redis.stop()]);
  rmSync(cwd, { recursive: true });
});

async function start(store: string, env: Record<string, string> = { ACTION_FORMS_SECRET }): Promise<App> {
  const build = await buildApp(root, { TEST_STORE: store });
  const app = await startBuild(build, { cwd, env: { REDIS_URL: redis.url, ...env } });
  started.push(app);
  return app;
}

/** Another server that the same browser talks to. */
function moved(visitor: Visitor, app: App): Visitor {
  const other = new Visitor(app);
  for (const [name, value] of visitor.cookies) other.cookies.set(name, value);
  return other;
}

describe.each(['sqlite', 'redis', 'unstorage'])('a site of several processes with the %s store', (store) => {
  test('shows in one what was posted to another, also after that one has ended', async () => {
    const [first, second] = [await start(store), await start(store)];
    const visitor = new Visitor(first);
    const posted = await visitor.post(await visitor.get('/'), [['word', 'four']]);
    expect(posted.status).toBe(303);
    expect((await moved(visitor, second).follow(posted)).text('length')).toBe('40000');
    await first.stop();
    expect((await moved(visitor, await start(store)).follow(posted)).text('length')).toBe('40000');
    expect(second.output()).not.toContain('ACTION_FORMS_SECRET');
  });

  test('does not start without ACTION_FORMS_SECRET, and says what to do', async () => {
    const build = await buildApp(root, { TEST_STORE: store });
    const env = { HOST: '127.0.0.1', PORT: '0', REDIS_URL: redis.url, ACTION_FORMS_SECRET: ' ' };
    const running = runNode([join(build, 'server', 'entry.mjs')], { cwd, env });
    const timer = setTimeout(() => void running.stop(), 20_000);
    await expect(finished(running, 'the server').finally(() => clearTimeout(timer))).rejects.toThrow(
      new RegExp(`ACTION_FORMS_SECRET is not set: ${store}Store\\(\\) is shared[^]*same 32 random characters`),
    );
  });
});

describe('a site of one process, with the store in memory', () => {
  test('makes up a secret when it starts, and warns once', async () => {
    const app = await start('memory', { ACTION_FORMS_SECRET: '' });
    expect(app.output().match(/ACTION_FORMS_SECRET is not set/g)).toHaveLength(1);
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/'), [['word', 'four']]);
    expect((await visitor.follow(posted)).text('length')).toBe('40000');
    expect(app.output().match(/ACTION_FORMS_SECRET/g)).toHaveLength(2);
  });

  test('opens no form of another process of the same build', async () => {
    const [first, second] = [await start('memory', {}), await start('memory', {})];
    const visitor = new Visitor(first);
    const page = await visitor.get('/');
    const posted = await visitor.post(page, [['word', '']]);
    expect(posted.status).toBe(400);
    const elsewhere = await moved(visitor, second).post(page, [['word', 'four']]);
    expect(elsewhere.status).toBe(400);
  });
});

describe('a build', () => {
  test('holds no password of Redis', async () => {
    const output = await failingBuild(root, { TEST_STORE: 'password' });
    expect(output).toMatch(/The password of Redis would be written into the build/);
    expect(output).toMatch(/REDIS_URL/);
    expect(output).not.toContain('written-down');
  });

  test('fails for an action with `once` on a store that cannot claim, and says why and what to do', async () => {
    const output = await failingBuild('test/fixtures/once-unclaimed');
    expect(output).toMatch(/src\/actions\/index\.ts[^]*cannot be used with `once`[^]*both would run[^]*redisStore\(\)/);
  });

  test('opens no store and needs no secret for the pages that it renders', async () => {
    const build = await buildApp(root, { TEST_STORE: 'sqlite' });
    expect(existsSync(join(build, 'client', 'about', 'index.html'))).toBe(true);
    expect(existsSync(new URL('../fixtures/stores/data', import.meta.url))).toBe(false);
  });
});
