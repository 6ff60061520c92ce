import { developerError } from '../developer-error.js';
import { claimMethods } from './claims.js';
import type { ResultStore } from './types.js';

/** What the module that `store.entrypoint` names exports. @throws AstroError that names the functions it lacks. */
export function toOwnStore(exported: unknown): ResultStore {
  const missing = (names: readonly string[]) => names.filter((name) => !hasFunction(exported, name));
  const lacks = missing(['get', 'set', ...claimMethods]);
  if (lacks.length === 0 || lacks.join() === claimMethods.join()) return exported as ResultStore; // why: told a line above
  throw developerError(
    'The store cannot be used',
    `it has no ${lacks.map((method) => `\`${method}()\``).join(', ')}.`,
    'Export an `AtomicStore` as the default of the module that `store.entrypoint` names.',
    'A store that cannot claim a key atomically has `get()` and `set()` only. It carries results, and is refused by actions with `once`.',
  );
}

function hasFunction(value: unknown, name: string): boolean {
  return value !== null && typeof value === 'object' && typeof Reflect.get(value, name) === 'function';
}
