/** Says in `astro.config` which store the server makes. */
export type StoreDescriptor =
  | { readonly kind: 'memory' }
  | ({ readonly kind: 'sqlite' } & SqliteStoreOptions)
  | ({ readonly kind: 'redis' } & RedisStoreOptions)
  | ({ readonly kind: 'unstorage'; readonly driver: UnstorageDriver } & SharedOption)
  | OwnStore;

/** A store of the app's own. */
export interface OwnStore extends SharedOption {
  /**
   * A module whose default export is an `AtomicStore`, a `ResultStore` or a storage of unstorage, as a path from the
   * project's root or a package.
   */
  readonly entrypoint: string;
}

export interface SharedOption {
  /** Whether several processes use the same entries. Default true: then `ACTION_FORMS_SECRET` has to be set. */
  readonly shared?: boolean;
}

export interface SqliteStoreOptions {
  /** The database file, from the working directory of the server. File and folder are made when they are missing. */
  readonly path: string;
}

export interface RedisStoreOptions {
  /**
   * `redis://`, `rediss://` (TLS) or `unix://`. It is written into the build, and refused there with a password in it.
   * Default: what the variable `REDIS_URL` says where the server runs.
   */
  readonly url?: string;
  /** In front of every key, for sites that share a server. Default `action-forms:`. */
  readonly prefix?: string;
}

/** What `sessionDrivers` of `astro/config` makes: a module, and the options that are written into the build for it. */
export interface UnstorageDriver {
  readonly entrypoint: string | URL;
  readonly config?: Readonly<Record<string, unknown>> | undefined;
}

/** The memory of one process: for development and sites that run in one process. Lost at a restart. The default. */
export function memoryStore(): StoreDescriptor {
  return { kind: 'memory' };
}

/** A SQLite file, through Node's own module: for the processes of one machine. Survives restarts. Needs Node 22.13. */
export function sqliteStore(options: SqliteStoreOptions): StoreDescriptor {
  return { kind: 'sqlite', ...options };
}

/** A Redis server: for any number of machines. Needs the package `redis`. */
export function redisStore(options: RedisStoreOptions = {}): StoreDescriptor {
  return { kind: 'redis', ...options };
}

/**
 * A driver of unstorage, which keeps results on their way across a redirect. It cannot claim, so that actions with
 * `once: true` are refused.
 *
 * @example store: unstorageStore(sessionDrivers.fsLite({ base: '.data/results' })) // sessionDrivers of 'astro/config'
 */
export function unstorageStore(driver: UnstorageDriver, options: SharedOption = {}): StoreDescriptor {
  return { kind: 'unstorage', driver, ...options };
}
