import { createCipheriv, type CipherGCM, type KeyObject } from 'node:crypto';
import { randomBytes } from './encoding.js';

/** AES-256-GCM as NIST SP 800-38D recommends it: 96 bits of IV, a whole tag. */
export const ALGORITHM = 'aes-256-gcm';
export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/** Ciphers that are made at once. Making one costs more than a short text does, and in a row much less. */
const AT_ONCE = 16;

interface Ready {
  readonly iv: Uint8Array;
  readonly cipher: CipherGCM;
}

const ready = new WeakMap<KeyObject, Ready[]>();

/** A cipher of a key that nobody has used, with the random IV that it was made with. */
export function takeCipher(key: KeyObject): Ready {
  let ciphers = ready.get(key);
  if (ciphers === undefined) ready.set(key, (ciphers = []));
  if (ciphers.length === 0) for (let made = 0; made < AT_ONCE; made += 1) ciphers.push(make(key));
  return ciphers.pop() ?? make(key);
}

function make(key: KeyObject): Ready {
  const iv = randomBytes(IV_BYTES);
  return { iv, cipher: createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }) };
}
