/** How long an entry lives. */
export interface StoreWriteOptions {
  /** Seconds until the entry is gone. */
  readonly ttl: number;
}

/**
 * A key-value store with atomic claims. Values are opaque strings; every entry expires.
 * A store that cannot keep the atomicity of `putIfAbsent`, `compareAndSwap` and `take` across all processes that
 * share it must not implement this.
 */
export interface AtomicStore {
  /** The value, or undefined when there is none or it has expired. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, options: StoreWriteOptions): Promise<void>;
  /** Writes only where there is no entry. True when it wrote. */
  putIfAbsent(key: string, value: string, options: StoreWriteOptions): Promise<boolean>;
  /** Writes only where the entry's value is `expected`. True when it wrote. */
  compareAndSwap(key: string, expected: string, next: string, options: StoreWriteOptions): Promise<boolean>;
  /** Reads and deletes in one step. */
  take(key: string): Promise<string | undefined>;
}
