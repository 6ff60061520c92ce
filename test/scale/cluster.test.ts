/** The store for a Redis Cluster that docs/scaling.md shows, on a cluster of two servers. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/server.mjs';
import type { AtomicStore } from '../../src/server.js';
import { storeConformance } from '../../src/testing.js';
import { type RedisServer, startRedis } from '../support/redis.js';

/** The slots of a cluster, half of them on each server. */
const halves = [
  ['0', '8191'],
  ['8192', '16383'],
] as const;

const servers: RedisServer[] = [];
let store: AtomicStore;
beforeAll(async () => {
  const [first, second] = [await startNode(halves[0]), await startNode(halves[1])];
  await ask(first.server, 'CLUSTER', 'MEET', '127.0.0.1', new URL(second.server.url).port, second.bus);
  for (const { server } of [first, second])
    while (!String(await ask(server, 'CLUSTER', 'INFO')).includes('cluster_state:ok')) await sleep(50);
  process.env['REDIS_URL'] = first.server.url;
  ({ default: store } = await import('./cluster-store.js'));
}, 30_000);
afterAll(async () => {
  await store.close?.();
  await Promise.all(servers.map((server) => server.stop()));
});

describe('the store for a Redis Cluster', { timeout: 20_000 }, () => {
  for (const { name, run } of storeConformance(() => ({ ...store, close: async () => {} }))) test.concurrent(name, run);

  test('has entries on both servers, a script for each of them too', async () => {
    for (let key = 0; key < 20; key += 1) {
      expect(await store.putIfAbsent(`spread ${key}`, 'a', { ttl: 60 })).toBe(true);
      expect(await store.compareAndSwap(`spread ${key}`, 'a', 'b', { ttl: 60 })).toBe(true);
    }
    const sizes = await Promise.all(servers.map(async (server) => Number(await ask(server, 'DBSIZE'))));
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  });

  test('goes on with the entries of one server when the other one is away, and refuses the rest', async () => {
    const keys = Array.from({ length: 20 }, (_, key) => `away ${key}`);
    for (const key of keys) await store.set(key, 'here', { ttl: 60 });
    await servers[1]!.kill();
    const found = await Promise.allSettled(keys.map((key) => store.get(key)));
    const kept = found.filter(({ status }) => status === 'fulfilled');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(keys.length);
    expect(kept).toEqual(kept.map(() => ({ status: 'fulfilled', value: 'here' })));
  });

  test('is the one that the document shows', () => {
    const document = readFileSync(new URL('../../docs/scaling.md', import.meta.url), 'utf8');
    const source = readFileSync(new URL('cluster-store.ts', import.meta.url), 'utf8');
    expect(document).toContain(`\`\`\`ts\n// src/store.ts\n${source}\`\`\``);
  });
});

async function startNode([first, last]: (typeof halves)[number]): Promise<{ server: RedisServer; bus: string }> {
  const bus = String(await freePort());
  const server = await startRedis([
    '--cluster-enabled',
    'yes',
    '--cluster-port',
    bus,
    '--cluster-require-full-coverage',
    'no',
  ]);
  servers.push(server);
  await ask(server, 'CLUSTER', 'ADDSLOTSRANGE', first, last);
  return { server, bus };
}

/** Asks one server, whatever the others have. */
async function ask({ url }: RedisServer, ...command: string[]): Promise<unknown> {
  const client = createClient({ url });
  await client.connect();
  try {
    return await client.sendCommand(command);
  } finally {
    client.destroy();
  }
}
