import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { toBase64Url } from './encoding.js';

/** What a text is sealed or signed for. For another purpose it never opens. */
export type Purpose = 'record' | 'result' | 'key' | 'outcome' | 'upload';

interface DerivedKey {
  /** Eight characters that tell secrets apart without revealing them. */
  readonly id: string;
  /** To seal with. */
  readonly key: KeyObject;
  /** To sign with. */
  readonly text: string;
}

const cache = new Map<string, DerivedKey>();

/** The keys of a secret for a purpose, of 256 bits each: HKDF-SHA-256 (RFC 5869), derived once. */
export function deriveKey(secret: string, purpose: Purpose): DerivedKey {
  const cacheKey = `${purpose}:${secret}`;
  let derived = cache.get(cacheKey);
  if (derived === undefined) {
    const key = createSecretKey(hkdf(secret, `seal ${purpose}`, 32));
    const text = toBase64Url(hkdf(secret, `sign ${purpose}`, 32));
    derived = { id: toBase64Url(hkdf(secret, 'key id', 6)), key, text };
    cache.set(cacheKey, derived);
  }
  return derived;
}

function hkdf(secret: string, info: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'astro-action-forms', info, bytes));
}
