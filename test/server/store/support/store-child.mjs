// Child process of store-process.ts: `node store-child.mjs '<descriptor as JSON>'`. It works on a store of the built package
// as the parent asks, so that a store is reached from several processes.
import { createRedisStore } from '../../../../dist/server/store/redis.js';
import { createSqliteStore } from '../../../../dist/server/store/sqlite.js';

const { kind, ...options } = JSON.parse(process.argv[2] ?? '{}');
const store = kind === 'redis' ? createRedisStore(options) : createSqliteStore(options);

/** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
const work = {
  /** For each key, how many of the contenders won it, all of them at the same time. */
  async claim({ keys, contenders, at, ttl }) {
    await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
    return Promise.all(
      Array.from({ length: keys }, async (_, key) => {
        const claim = () => store.putIfAbsent(`contended ${key}`, String(process.pid), { ttl });
        const won = await Promise.all(Array.from({ length: contenders }, claim));
        return won.filter(Boolean).length;
      }),
    );
  },
  /** Claims one key after the other and says so, until the process ends. */
  async claimOn(scope) {
    for (let index = 0; ; index += 1) {
      const key = `${scope} ${index}`;
      if (await store.putIfAbsent(key, 'claimed', { ttl: 600 })) process.send?.({ claimed: key });
    }
  },
};

process.on('message', async ({ id, name, args }) => {
  try {
    const run = work[name] ?? Reflect.get(store, name);
    process.send?.({ id, value: await run(...args) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
