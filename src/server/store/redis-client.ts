import { StoreError } from './store-error.js';

/** What we use of a client of the package `redis`. */
export interface RedisClient {
  readonly isReady: boolean;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: RedisSetOptions): Promise<string | null>;
  getDel(key: string): Promise<string | null>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  info(section: string): Promise<string>;
  connect(): Promise<unknown>;
  destroy(): void;
  on(event: 'ready' | 'error', listener: (error?: unknown) => void): unknown;
}

export interface RedisSetOptions {
  readonly expiration: { readonly type: 'PX'; readonly value: number };
  readonly condition?: 'NX';
}

export interface RedisClientOptions {
  readonly url: string;
  readonly socket: { readonly connectTimeout: number };
  readonly disableOfflineQueue: boolean;
  readonly commandOptions: { readonly timeout: number };
  readonly maintNotifications: 'disabled';
}

export type CreateRedisClient = (options: RedisClientOptions) => RedisClient;

/** `createClient` of the package, which only sites with a `redisStore()` have. @throws StoreError that says what to install. */
export async function loadRedis(): Promise<CreateRedisClient> {
  try {
    const { createClient } = await import('redis');
    return ({ url, ...options }) => createClient({ url, ...options });
  } catch (cause) {
    throw new StoreError(
      'redisStore() needs the package `redis`, which is not installed: npm install redis. It has to be among the dependencies that the server runs with.',
      { cause },
    );
  }
}
