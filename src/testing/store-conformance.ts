import { randomUUID } from 'node:crypto';
import type { AtomicStore, ResultStore } from '../server/store/types.js';
import type { Checks } from './store-checks/check.js';
import { claimChecks } from './store-checks/claims.js';
import { concurrencyChecks } from './store-checks/concurrency.js';
import { claimLifetimeChecks, lifetimeChecks } from './store-checks/lifetimes.js';
import { valueChecks } from './store-checks/values.js';

/** One thing that a store must do. */
export interface StoreCheck {
  /** What the store does when the check holds. */
  readonly name: string;
  /** Rejects with an `AssertionError` that says what the store did instead. Takes up to a few seconds: entries expire. */
  readonly run: () => Promise<void>;
}

export interface StoreConformanceOptions {
  /**
   * Whether two stores that `createStore` makes hold the same entries, as processes that share a database do. Then each
   * check works through two of them. Default false.
   */
  readonly shared?: boolean;
}

/**
 * What an `AtomicStore` must do, as checks for any test runner. Each check makes its own store and its own keys, so that
 * they can run at the same time, and on a database that holds other things.
 *
 * @example
 * for (const { name, run } of storeConformance(() => createMyStore())) test(name, run);
 */
export function storeConformance(
  createStore: () => AtomicStore | Promise<AtomicStore>,
  options: StoreConformanceOptions = {},
): readonly StoreCheck[] {
  const ofClaims: Checks = { ...claimChecks, ...concurrencyChecks, ...claimLifetimeChecks };
  return [...resultStoreConformance(createStore, options), ...toStoreChecks(ofClaims, createStore, options)];
}

/** The checks of {@link storeConformance} for a store that carries results and cannot claim. */
export function resultStoreConformance(
  createStore: () => ResultStore | Promise<ResultStore>,
  options: StoreConformanceOptions = {},
): readonly StoreCheck[] {
  return toStoreChecks<ResultStore>({ ...valueChecks, ...lifetimeChecks }, createStore, options);
}

function toStoreChecks<TStore extends ResultStore>(
  checks: Checks<TStore>,
  createStore: () => TStore | Promise<TStore>,
  { shared = false }: StoreConformanceOptions,
): StoreCheck[] {
  return Object.entries(checks).map(([name, check]) => ({
    name,
    run: async () => {
      const store = await createStore();
      const other = shared ? await createStore() : store;
      const scope = randomUUID();
      try {
        await check({ store, other, key: (text) => `${scope} ${text}` });
      } finally {
        await store.close?.();
        if (shared) await other.close?.();
      }
    },
  }));
}
