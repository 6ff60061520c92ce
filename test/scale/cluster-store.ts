import type { AtomicStore, StoreWriteOptions } from 'astro-action-forms/server';
import { createCluster } from 'redis';

const compareAndSwap = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;
const milliseconds = ({ ttl }: StoreWriteOptions) => Math.max(1, Math.ceil(ttl * 1000));
const expiration = (options: StoreWriteOptions) => ({ type: 'PX', value: milliseconds(options) }) as const;

const cluster = createCluster({
  rootNodes: [{ url: process.env['REDIS_URL'] ?? 'redis://localhost:6379' }],
  // A command that nobody waits for any more is not sent later.
  defaults: { disableOfflineQueue: true },
});
cluster.on('error', (error) => console.error(error));
await cluster.connect();

const store: AtomicStore = {
  get: async (key) => (await cluster.get(key)) ?? undefined,
  set: async (key, value, options) => {
    await cluster.set(key, value, { expiration: expiration(options) });
  },
  putIfAbsent: async (key, value, options) =>
    (await cluster.set(key, value, { expiration: expiration(options), condition: 'NX' })) !== null,
  compareAndSwap: async (key, expected, next, options) =>
    (await cluster.eval(compareAndSwap, {
      keys: [key],
      arguments: [expected, next, String(milliseconds(options))],
    })) === 1,
  take: async (key) => (await cluster.getDel(key)) ?? undefined,
  close: async () => cluster.destroy(),
};

export default store;
