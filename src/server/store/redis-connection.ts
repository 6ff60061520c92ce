import { loadRedis, type CreateRedisClient, type RedisClient } from './redis-client.js';
import { StoreError } from './store-error.js';

export interface RedisConnectionOptions {
  readonly url: string;
  /** Milliseconds that a command may take, the wait for a connection included. */
  readonly timeout: number;
  /** Called each time that a connection is there. */
  readonly onReady: (client: RedisClient) => void;
}

/** Milliseconds for which commands are refused at once after one has found no connection. */
const REST = 1000;

/**
 * One connection, made when the first command needs it, and made again whenever it is lost. A command waits for it and for
 * its answer, `timeout` milliseconds together and no longer. No command is sent twice.
 */
export class RedisConnection {
  readonly #options: RedisConnectionOptions;
  readonly #waiting = new Set<(client: RedisClient) => void>();
  #createClient: CreateRedisClient | undefined;
  #client: RedisClient | undefined;
  #lastError: unknown;
  #restUntil = 0;

  constructor(options: RedisConnectionOptions) {
    this.#options = options;
  }

  /** @throws StoreError with the reason. The command may have been carried out all the same. */
  async run<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    const createClient = (this.#createClient ??= await loadRedis());
    const client = (this.#client ??= this.#connect(createClient));
    if (!client.isReady && Date.now() < this.#restUntil) throw this.#unreachable();

    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const start = (ready: RedisClient) =>
      void command(ready).then(resolve, (cause: unknown) => reject(this.#failed(ready, cause)));
    const timer = setTimeout(() => reject(this.#giveUp(client, createClient)), this.#options.timeout);
    if (client.isReady) start(client);
    else this.#waiting.add(start);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(start);
    });
  }

  close(): void {
    this.#client?.destroy();
    this.#client = undefined;
  }

  #connect(createClient: CreateRedisClient): RedisClient {
    const { url, timeout, onReady } = this.#options;
    const client = createClient({
      url,
      socket: { connectTimeout: timeout },
      // Our own timer covers the wait, the way and the answer; a queue would send commands that were given up.
      commandOptions: { timeout: 0 },
      disableOfflineQueue: true,
      maintNotifications: 'disabled',
    });
    client.on('error', (error) => void (this.#lastError = error));
    client.on('ready', () => {
      if (client !== this.#client) return;
      for (const start of this.#waiting) start(client);
      this.#waiting.clear();
      onReady(client);
    });
    // It tries until it is destroyed; what it meets comes as `error`.
    client.connect().catch((error: unknown) => void (this.#lastError = error));
    return client;
  }

  /** A connection that leaves a command without an answer is not waited for: it may have died without a word. */
  #giveUp(client: RedisClient, createClient: CreateRedisClient): StoreError {
    const error = client.isReady ? this.#late() : this.#unreachable();
    if (client === this.#client) {
      client.destroy();
      this.#client = this.#connect(createClient);
      this.#restUntil = Date.now() + REST;
    }
    return error;
  }

  #failed(client: RedisClient, cause: unknown): StoreError {
    if (client !== this.#client) return this.#late();
    return new StoreError(`Redis at ${this.#host} failed: ${messageOf(cause)}`, { cause });
  }

  #late(): StoreError {
    return new StoreError(`Redis at ${this.#host} did not answer within ${this.#options.timeout} ms.`);
  }

  #unreachable(): StoreError {
    const cause = this.#lastError;
    const reason = cause === undefined ? `no connection within ${this.#options.timeout} ms` : messageOf(cause);
    return new StoreError(`Redis at ${this.#host} cannot be reached: ${reason}`, { cause });
  }

  /** Without user and password. */
  get #host(): string {
    const { host, pathname } = new URL(this.#options.url);
    return host || pathname;
  }
}

function messageOf(error: unknown): string {
  // Node joins the errors of several addresses into one without a message.
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
