import { toBase64Url } from './encoding.js';

/** What a sealed text is for. A text sealed for one purpose never opens for another. */
export type Purpose = 'record' | 'result';

interface SealingKey {
  /** Eight characters that tell secrets apart without revealing them. */
  readonly id: string;
  readonly key: CryptoKey;
}

const cache = new Map<string, Promise<SealingKey>>();

/** The AES-256-GCM key of a secret for a purpose: HKDF-SHA-256 (RFC 5869), derived once. */
export function deriveKey(secret: string, purpose: Purpose): Promise<SealingKey> {
  const cacheKey = `${purpose}:${secret}`;
  let derived = cache.get(cacheKey);
  if (derived === undefined) {
    derived = derive(secret, purpose);
    cache.set(cacheKey, derived);
  }
  return derived;
}

async function derive(secret: string, purpose: Purpose): Promise<SealingKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8('astro-action-forms'),
    info: utf8(info),
  });
  const key = await crypto.subtle.deriveKey(
    hkdf(`seal ${purpose}`),
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const id = await crypto.subtle.deriveBits(hkdf('key id'), material, 48);
  return { id: toBase64Url(new Uint8Array(id)), key };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
