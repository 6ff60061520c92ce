import { developerError } from '../developer-error.js';
import { RedisConnection } from './redis-connection.js';
import { warnOfEviction } from './redis-eviction.js';
import type { AtomicStore, StoreWriteOptions } from './types.js';

export interface RedisStoreOptions {
  /** `redis://`, `rediss://` (TLS) or `unix://`, with user, password and database. Default: the variable `REDIS_URL`. */
  readonly url?: string;
  /** In front of every key, for sites that share a server. Default `action-forms:`. */
  readonly prefix?: string;
  /** Milliseconds that an operation may take, the wait for a connection included. Default 2,000. */
  readonly timeout?: number;
}

/** Redis runs a script as one step (https://redis.io/docs/latest/develop/programmability/eval-intro/). */
const compareAndSwapScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

/**
 * A store in Redis 6.2 or later, or what speaks its protocol, for any number of machines. Rejects with a `StoreError`.
 * @throws AstroError when there is no URL, or none of Redis.
 */
export function createRedisStore({
  url = process.env['REDIS_URL'],
  prefix = 'action-forms:',
  timeout = 2000,
}: RedisStoreOptions = {}): AtomicStore {
  let isAsked = false;
  const connection = new RedisConnection({
    url: checkedUrl(url),
    timeout,
    onReady: (client) => {
      if (!isAsked) void warnOfEviction(client);
      isAsked = true;
    },
  });
  return {
    get: async (key) => (await connection.run((redis) => redis.get(prefix + key))) ?? undefined,
    set: async (key, value, options) => {
      await connection.run((redis) => redis.set(prefix + key, value, { expiration: expiryOf(options) }));
    },
    putIfAbsent: async (key, value, options) => {
      const put = { expiration: expiryOf(options), condition: 'NX' } as const;
      return (await connection.run((redis) => redis.set(prefix + key, value, put))) !== null;
    },
    compareAndSwap: async (key, expected, next, options) => {
      const call = { keys: [prefix + key], arguments: [expected, next, String(expiryOf(options).value)] };
      return (await connection.run((redis) => redis.eval(compareAndSwapScript, call))) === 1;
    },
    take: async (key) => (await connection.run((redis) => redis.getDel(prefix + key))) ?? undefined,
    close: async () => connection.close(),
  };
}

/** Redis refuses a time of zero. */
function expiryOf({ ttl }: StoreWriteOptions) {
  return { type: 'PX', value: Math.max(1, Math.ceil(ttl * 1000)) } as const;
}

function checkedUrl(url: string | undefined): string {
  if (url !== undefined && URL.canParse(url) && /^(?:rediss?|unix):/.test(url)) return url;
  throw developerError(
    'redisStore() needs the address of a Redis server',
    url === undefined || url === ''
      ? 'it has no `url`, and the variable REDIS_URL is not set.'
      : 'its URL is none of Redis.',
    'Set REDIS_URL in the environment of the server, as in redis://user:password@host:6379.',
    'Or give it: `redisStore({ url })`. It is then written into the build, so leave the password out.',
  );
}
