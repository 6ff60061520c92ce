import type { ResolvedStore } from './store-schema.js';

/** How the set-up module gets its store. */
export interface StoreModule {
  /** Import statements. */
  readonly imports: string;
  /** What the server makes its store with; `undefined` for the memory of the process. */
  readonly expression: string;
  /** What to call it where processes share it: then they need the same secret. */
  readonly sharedAs: string | undefined;
}

/** Whether a store is known not to claim. Of a store of the app's own, the server finds out. */
export function cannotClaim(store: ResolvedStore): boolean {
  return 'kind' in store && store.kind === 'unstorage';
}

/** @param resolve Makes an import of an entrypoint that may be relative to the project's root. */
export function storeModule(store: ResolvedStore, resolve: (entrypoint: string) => string): StoreModule {
  if (!('kind' in store)) {
    return {
      imports: `import ownStore from ${JSON.stringify(resolve(store.entrypoint))};`,
      expression: 'ownStore',
      sharedAs: store.shared ? `the store of ${store.entrypoint}` : undefined,
    };
  }
  switch (store.kind) {
    case 'memory':
      return { imports: '', expression: 'undefined', sharedAs: undefined };
    case 'sqlite':
      return ours('sqlite', 'createSqliteStore', { path: store.path }, 'sqliteStore()');
    case 'redis':
      return ours('redis', 'createRedisStore', { url: store.url, prefix: store.prefix }, 'redisStore()');
    case 'unstorage':
      return {
        imports: `import createDriver from ${JSON.stringify(resolve(store.driver.entrypoint))};
import { createDriverStore } from 'astro-action-forms/internal/store-unstorage';`,
        expression: `createDriverStore(createDriver(${JSON.stringify(store.driver.config)}))`,
        sharedAs: store.shared ? 'unstorageStore()' : undefined,
      };
    default:
      return store satisfies never;
  }
}

function ours(name: string, create: string, options: object, sharedAs: string): StoreModule {
  return {
    imports: `import { ${create} } from 'astro-action-forms/internal/store-${name}';`,
    expression: `${create}(${JSON.stringify(options)})`,
    sharedAs,
  };
}
