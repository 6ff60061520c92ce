import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRedisStore } from '../../../src/server/store/redis.js';
import { StoreError } from '../../../src/server/store/store-error.js';
import { storeConformance } from '../../../src/testing.js';
import { startProxy } from './support/proxy.js';
import { startRedis, type RedisServer } from '../../support/redis.js';
import { claimAtOnce, storeProcess } from './support/store-process.js';

const ttl = 600;

describe('the Redis store', { timeout: 20_000 }, () => {
  let server: RedisServer;
  beforeAll(async () => void (server = await startRedis()));
  afterAll(() => server.stop());

  describe('through two connections', () => {
    const shared = () => createRedisStore({ url: server.url });
    for (const { name, run } of storeConformance(shared, { shared: true })) test.concurrent(name, run);
  });

  test('of two processes that claim 100 keys at the same time, each key is claimed once', async () => {
    await claimAtOnce({ kind: 'redis', url: server.url, prefix: 'two:' }, { keys: 100, contenders: 5 });
  });

  test('what a process claimed is claimed after it was killed', async () => {
    const child = await storeProcess({ kind: 'redis', url: server.url });
    expect(await child.ask('putIfAbsent', 'of the killed', 'running', { ttl })).toBe(true);
    await child.kill();
    const store = createRedisStore({ url: server.url });
    expect(await store.putIfAbsent('of the killed', 'again', { ttl })).toBe(false);
    await store.close?.();
  });

  test('keeps the keys of sites with different prefixes apart', async () => {
    const [one, two] = ['one:', 'two:'].map((prefix) => createRedisStore({ url: server.url, prefix }));
    await one?.set('k', 'of one', { ttl });
    expect(await two?.get('k')).toBeUndefined();
    expect(await two?.putIfAbsent('k', 'of two', { ttl })).toBe(true);
    expect(await one?.get('k')).toBe('of one');
    const plain = createRedisStore({ url: server.url, prefix: '' });
    expect(await plain.get('one:k')).toBe('of one');
    await Promise.all([one?.close?.(), two?.close?.(), plain.close?.()]);
  });

  test('says what the server said when it refuses', async () => {
    const locked = await startRedis(['--requirepass', 'right']);
    const [right, wrong] = ['right', 'mistaken'].map((password) =>
      createRedisStore({ url: locked.url.replace('//', `//:${password}@`), timeout: 500 }),
    );
    expect(await right?.putIfAbsent('k', 'value', { ttl })).toBe(true);
    const error = await wrong?.get('k').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(/127\.0\.0\.1:\d+ cannot be reached: .*WRONGPASS/);
    expect(String(error)).not.toContain('mistaken');
    await Promise.all([right?.close?.(), wrong?.close?.(), locked.stop()]);
  });
});

describe('a Redis server that fails', { timeout: 20_000 }, () => {
  let server: RedisServer;
  beforeAll(async () => void (server = await startRedis()));
  afterAll(() => server.stop());

  test('was killed: commands are refused with the reason, and work once it is back', async () => {
    const store = createRedisStore({ url: server.url, timeout: 300 });
    await store.set('k', 'before', { ttl });
    await server.kill();
    await expect(store.get('k')).rejects.toThrow(StoreError);
    await expect(store.get('k')).rejects.toThrow(
      expect.objectContaining({
        name: 'StoreError',
        message: expect.stringMatching(/cannot be reached: .*ECONNREFUSED/),
      }),
    );
    await server.start();
    await vi.waitFor(() => store.set('k', 'after', { ttl }), { timeout: 10_000 });
    expect(await store.get('k')).toBe('after');
    await store.close?.();
  });

  test('is starting: a command waits for it', async () => {
    await server.kill();
    const store = createRedisStore({ url: server.url, timeout: 8000 });
    const claim = store.putIfAbsent('claim', 'value', { ttl });
    await server.start();
    expect(await claim).toBe(true);
    await store.close?.();
  });

  test('does not answer: commands are given up, and work once it answers', async () => {
    const store = createRedisStore({ url: server.url, timeout: 300 });
    await store.set('k', 'before', { ttl });
    server.freeze();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => store.get('k')));
    server.thaw();
    for (const result of results) {
      expect(result).toMatchObject({
        reason: { name: 'StoreError', message: expect.stringContaining('within 300 ms') },
      });
    }
    await vi.waitFor(() => store.set('k', 'after', { ttl }), { timeout: 10_000 });
    expect(await store.get('k')).toBe('after');
    await store.close?.();
  });

  test('does not answer a first connection: the command is given up', async () => {
    const store = createRedisStore({ url: server.url, timeout: 300 });
    server.freeze();
    await expect(store.get('k')).rejects.toThrow(/cannot be reached: no connection within 300 ms/);
    server.thaw();
    await vi.waitFor(() => store.set('k', 'after', { ttl }), { timeout: 10_000 });
    await store.close?.();
  });

  test('dies without a word: the connection is given up, and another one made', async () => {
    const proxy = await startProxy(server.url);
    const store = createRedisStore({ url: proxy.url, timeout: 300 });
    await store.set('k', 'value', { ttl });
    proxy.muteConnections();
    await expect(store.get('k')).rejects.toThrow(/did not answer within 300 ms/);
    await vi.waitFor(async () => expect(await store.get('k')).toBe('value'), { timeout: 10_000 });
    await store.close?.();
    await proxy.stop();
  });

  test('a claim that was given up while there was no connection is not sent later', async () => {
    await server.kill();
    const store = createRedisStore({ url: server.url, timeout: 300 });
    await expect(store.putIfAbsent('late', 'value', { ttl })).rejects.toThrow(StoreError);
    await server.start();
    await vi.waitFor(() => store.get('k'), { timeout: 10_000 });
    expect(await store.get('late')).toBeUndefined();
    await store.close?.();
  });
});

describe('a Redis server that drops entries when it is full', () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['allkeys-lru', ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'], 1],
    ['noeviction', ['--maxmemory', '50mb', '--maxmemory-policy', 'noeviction'], 0],
    ['no limit', ['--maxmemory', '0', '--maxmemory-policy', 'allkeys-lru'], 0],
  ])('%s: %s is told', async (_, options, warnings) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const server = await startRedis(options);
    const store = createRedisStore({ url: server.url });
    await store.set('k', 'value', { ttl });
    await store.get('k');
    expect(warn).toHaveBeenCalledTimes(warnings);
    if (warnings > 0) expect(warn).toHaveBeenCalledWith(expect.stringMatching(/allkeys-lru.*noeviction/));
    await store.close?.();
    await server.stop();
  });
});

describe('the address of a Redis store', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test.each(['redis://127.0.0.1:6379', 'rediss://user:word@redis.example/2', 'unix:///run/redis.sock'])('%s', (url) => {
    expect(() => createRedisStore({ url })).not.toThrow();
  });

  test('is REDIS_URL when none is given', () => {
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:6379');
    expect(() => createRedisStore()).not.toThrow();
  });

  test.each<[string, string | undefined, RegExp]>([
    ['none', undefined, /REDIS_URL is not set/],
    ['an empty one', '', /REDIS_URL is not set/],
    ['a host alone', 'localhost:6379', /none of Redis/],
    ['another protocol', 'https://:secret@redis.example', /none of Redis/],
  ])('%s is refused, without showing it', (_, url, message) => {
    vi.stubEnv('REDIS_URL', '');
    expect(() => createRedisStore({ url })).toThrow(message);
    expect(() => createRedisStore({ url })).not.toThrow(/secret/);
  });
});
