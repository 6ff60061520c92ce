import { claimMethods } from './claims.js';
import type { ResultStore } from './types.js';
import { withinTime } from './within-time.js';

/** Milliseconds that a request waits for a store that does not keep to a time of its own. */
const PATIENCE = 3000;

/** A store that hangs, as one that fails: every call of it rejects in time. What it was asked may still be done later. */
export function patientStore<TStore extends ResultStore>(store: TStore, patience = PATIENCE): TStore {
  const patient: Record<string, unknown> = {};
  for (const name of ['get', 'set', 'close', ...claimMethods]) {
    const method: unknown = Reflect.get(store, name);
    if (typeof method !== 'function') continue;
    patient[name] = (...given: unknown[]) =>
      withinTime(patience, `The store's ${name}() took more than ${patience} ms.`, async () =>
        Reflect.apply(method, store, given),
      );
  }
  // why: the same functions as the store's, under the same names
  return patient as TStore;
}
