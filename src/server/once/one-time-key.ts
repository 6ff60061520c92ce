import { randomId } from '../encoding.js';
import { seal, unseal } from '../seal.js';

/** Seconds that a page may stay open before its key counts as none; as long as its record. */
const KEY_TTL = 30 * 24 * 60 * 60;

/** A new key for a form: a secret of 128 bits, sealed. */
export function newKey(): string {
  return seal(randomId(), KEY_TTL, { purpose: 'key' });
}

/** The secret of the key that a form sent; undefined for none, several, one that is not ours and one that is too old. */
export function openKey(values: readonly FormDataEntryValue[]): string | undefined {
  const [key] = values;
  if (values.length !== 1 || typeof key !== 'string') return undefined;
  return unseal(key, { purpose: 'key' });
}
