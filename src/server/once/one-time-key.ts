import { randomId } from '../encoding.js';
import { openSigned, sign } from '../sign.js';

/** Seconds that a page may stay open before its key counts as none; as long as its record. */
const KEY_TTL = 30 * 24 * 60 * 60;

/** A new key for a form: 128 random bits, signed. It is a secret between its form and us. */
export function newKey(): string {
  return sign(randomId(), KEY_TTL, 'key');
}

/** The secret of the key that a form sent; undefined for none, several, one that is not ours and one that is too old. */
export function openKey(values: readonly FormDataEntryValue[]): string | undefined {
  const [key] = values;
  if (values.length !== 1 || typeof key !== 'string') return undefined;
  return openSigned(key, 'key');
}
