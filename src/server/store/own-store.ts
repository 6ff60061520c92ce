import { developerError } from '../developer-error.js';
import { claimMethods } from './claims.js';
import type { ResultStore } from './types.js';
import { createDriverStore, type UnstorageItems } from './unstorage.js';

/**
 * The store of the module that `store.entrypoint` names: what it exports, or a store on the storage of unstorage that it
 * exports. @throws AstroError that names the functions it lacks.
 */
export function toOwnStore(exported: unknown): ResultStore {
  if (isUnstorage(exported)) return createDriverStore(exported);
  const missing = (names: readonly string[]) => names.filter((name) => !hasFunction(exported, name));
  const lacks = missing(['get', 'set', ...claimMethods]);
  if (lacks.length === 0 || lacks.join() === claimMethods.join()) return exported as ResultStore; // why: told a line above
  throw developerError(
    'The store cannot be used',
    `it has no ${lacks.map((method) => `\`${method}()\``).join(', ')}.`,
    'Export an `AtomicStore`, or a storage of unstorage, as the default of the module that `store.entrypoint` names.',
    'A store that cannot claim a key atomically has `get()` and `set()` only. It carries results, and is refused by actions with `once`.',
  );
}

function isUnstorage(exported: unknown): exported is UnstorageItems {
  return ['getItem', 'setItem', 'removeItem'].every((name) => hasFunction(exported, name));
}

function hasFunction(value: unknown, name: string): boolean {
  return value !== null && typeof value === 'object' && typeof Reflect.get(value, name) === 'function';
}
