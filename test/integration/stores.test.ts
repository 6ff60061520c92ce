import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sessionDrivers } from 'astro/config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import actionForms, { memoryStore, redisStore, sqliteStore, unstorageStore } from '../../src/index.js';
import { resolveOptions } from '../../src/integration/options.js';
import { assertStore } from '../../src/integration/store-checks.js';
import { cannotClaim, storeModule } from '../../src/integration/store-module.js';

const driver = sessionDrivers.fsLite({ base: 'data' });
const resolved = (store: unknown) => resolveOptions({ store }).store;

describe('the store in the options', () => {
  test.each<[string, unknown, { shared: boolean; claims: boolean }]>([
    ['none', undefined, { shared: false, claims: true }],
    ['the memory', memoryStore(), { shared: false, claims: true }],
    ['a SQLite file', sqliteStore({ path: 'data/forms.sqlite' }), { shared: true, claims: true }],
    ['Redis, by its variable', redisStore(), { shared: true, claims: true }],
    ['Redis', redisStore({ url: 'rediss://redis.example:6380/1', prefix: 'shop:' }), { shared: true, claims: true }],
    ['a driver of unstorage', unstorageStore(driver), { shared: true, claims: false }],
    ['a driver for one process', unstorageStore(driver, { shared: false }), { shared: false, claims: false }],
    ['a driver by URL', unstorageStore({ entrypoint: new URL(import.meta.url) }), { shared: true, claims: false }],
    ['one of the app', { entrypoint: './src/store.ts' }, { shared: true, claims: true }],
    [
      'one of the app for one process',
      { entrypoint: './src/store.ts', shared: false },
      { shared: false, claims: true },
    ],
  ])('%s: known to be shared, and unable to claim, or not', (_, store, { shared, claims }) => {
    const module = storeModule(resolved(store), (entrypoint) => entrypoint);
    expect(module.sharedAs !== undefined).toBe(shared);
    expect(cannotClaim(resolved(store))).toBe(!claims);
  });

  test.each<[string, unknown, RegExp]>([
    ['no path', sqliteStore({ path: '' }), /store/],
    ['a database in memory', sqliteStore({ path: ':memory:' }), /":memory:" is no path of a file; memoryStore\(\)/],
    ['a URL of something else', redisStore({ url: 'https://:hidden@redis.example' }), /no address of a Redis server/],
    ['options that no build can hold', unstorageStore({ entrypoint: 'x', config: { on: () => 1 } }), /store/],
    ['a kind that does not exist', { kind: 'postgres' }, /store/],
    ['an option that does not exist', { ...redisStore(), ttl: 1 }, /store/],
  ])('%s is refused', (_, store, message) => {
    let thrown: unknown;
    try {
      Reflect.apply(actionForms, undefined, [{ store }]);
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toMatch(message);
    expect(String(thrown)).not.toContain('hidden');
  });
});

describe('what the server makes its store with', () => {
  test.each<[string, unknown, RegExp]>([
    ['SQLite', sqliteStore({ path: 'data/forms.sqlite' }), /createSqliteStore\(\{"path":"data\/forms\.sqlite"\}\)/],
    ['Redis at REDIS_URL', redisStore(), /createRedisStore\(\{\}\)/],
    ['Redis', redisStore({ url: 'redis://redis', prefix: 'a:' }), /\(\{"url":"redis:\/\/redis","prefix":"a:"\}\)/],
    ['unstorage', unstorageStore(driver), /createDriverStore\(createDriver\(\{"base":"data"\}\)\)/],
    ['unstorage without options', unstorageStore({ entrypoint: 'x' }), /createDriver\(undefined\)/],
    ['the memory', memoryStore(), /^undefined$/],
  ])('%s', (_, store, expression) => {
    expect(storeModule(resolved(store), (entrypoint) => entrypoint).expression).toMatch(expression);
  });

  test('modules of the app are resolved from its root', () => {
    const resolve = (entrypoint: string) => `/app/${entrypoint}`;
    const { imports } = storeModule(resolved({ entrypoint: 'src/store.ts' }), resolve);
    expect(imports).toBe('import ownStore from "/app/src/store.ts";');
    expect(storeModule(resolved(unstorageStore({ entrypoint: 'driver' })), resolve).imports).toContain('"/app/driver"');
  });
});

describe('a Redis store', () => {
  const here = new URL('../../', import.meta.url);
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'no-redis-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('needs its package in the project', () => {
    const store = resolved(redisStore());
    expect(() => assertStore(store, 'dev', here)).not.toThrow();
    expect(() => assertStore(store, 'dev', pathToFileURL(`${folder}/`))).toThrow(
      expect.objectContaining({ hint: 'Run `npm install redis`.' }),
    );
    expect(() => assertStore(resolved(memoryStore()), 'dev', pathToFileURL(`${folder}/`))).not.toThrow();
  });

  test.each([
    ['build', 'redis://:hidden@redis.example', /written into the build/],
    ['build', 'redis://redis.example', undefined],
    ['dev', 'redis://:hidden@redis.example', undefined],
  ])('in %s with the address %s', (command, url, message) => {
    const check = () => assertStore(resolved(redisStore({ url })), command, here);
    if (message === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(message);
  });
});
