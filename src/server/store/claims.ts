import { developerError } from '../developer-error.js';
import type { AtomicStore, ResultStore } from './types.js';

/** What a store must have beyond `get` and `set` to be trusted with claims. */
export const claimMethods = ['putIfAbsent', 'compareAndSwap', 'take'] as const;

/** Whether a store can claim a key for one of many who ask at the same time. */
export function canClaim(store: ResultStore): store is AtomicStore {
  return claimMethods.every((method) => typeof Reflect.get(store, method) === 'function');
}

/** The store, for who has to claim. @throws AstroError that says why `once` needs another store. */
export function requireAtomicStore(store: ResultStore): AtomicStore {
  if (canClaim(store)) return store;
  throw onceNeedsClaims();
}

/** The same words wherever it is found out: in a build, when an action is defined, when a form is posted. */
export function onceNeedsClaims(): ReturnType<typeof developerError> {
  return developerError(
    'This store cannot be used with `once`',
    'it reads and writes, but has no atomic `putIfAbsent()`, `compareAndSwap()` and `take()`. Of two submissions of one form at the same time, both could find that nobody has claimed it, and both would run.',
    'Set `store` of actionForms() to `sqliteStore({ path })` (the processes of one machine) or `redisStore()` (many machines); for one process, `memoryStore()`.',
    'Or take `once: true` out of the action. Carried results work with any store.',
  );
}
