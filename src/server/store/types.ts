/** How long an entry lives. */
export interface StoreWriteOptions {
  /** Seconds until the entry is gone; may be a fraction. */
  readonly ttl: number;
}

/**
 * A key-value store for results on their way across a redirect. Keys and values are opaque strings of well-formed
 * Unicode; every entry expires. Every function rejects within a bounded time when the store cannot be reached: a request
 * waits for it. A write that rejects may have happened.
 */
export interface ResultStore {
  /** The value, or undefined when there is none or it has expired. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, options: StoreWriteOptions): Promise<void>;
  /** Lets go of files and connections. Only tests call it. */
  close?(): Promise<void>;
}

/**
 * A result store with atomic claims, which actions with `once` need. A store that cannot keep the atomicity of
 * `putIfAbsent`, `compareAndSwap` and `take` across all processes that share it, or that may drop an entry before its
 * time, must not implement this.
 */
export interface AtomicStore extends ResultStore {
  /** Writes only where there is no entry. True when it wrote. */
  putIfAbsent(key: string, value: string, options: StoreWriteOptions): Promise<boolean>;
  /** Writes only where the entry's value is `expected`. True when it wrote. */
  compareAndSwap(key: string, expected: string, next: string, options: StoreWriteOptions): Promise<boolean>;
  /** Reads and deletes in one step. */
  take(key: string): Promise<string | undefined>;
}
