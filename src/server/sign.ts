import { timingSafeEqual } from 'node:crypto';
import { keyedDigest } from './keyed-digest.js';
import { deriveKey, type Purpose } from './keys.js';
import { runtime } from './runtime.js';

const VERSION = '1';

/**
 * Vouches for a text that is no secret from who holds it, which takes a small part of the time that sealing does. The
 * result is safe in HTML attributes and URLs where the text is.
 * @param text Without dots.
 * @param ttl Seconds until it no longer counts.
 */
export function sign(text: string, ttl: number, purpose: Purpose): string {
  const [secret] = runtime().options.secrets;
  if (secret === undefined) throw new Error('There is no secret to sign with.');
  const { id, text: key } = deriveKey(secret, purpose);
  const said = `${VERSION}.${id}.${Math.floor(Date.now() / 1000 + ttl).toString(36)}.${text}`;
  return `${said}.${keyedDigest(key, said)}`;
}

/** The text, or undefined when it was not signed by us, for this, or has expired. */
export function openSigned(signed: string, purpose: Purpose): string | undefined {
  const end = signed.lastIndexOf('.');
  if (end < 0) return undefined;
  const said = signed.slice(0, end);
  for (const secret of runtime().options.secrets) {
    const { id, text: key } = deriveKey(secret, purpose);
    if (!said.startsWith(`${VERSION}.${id}.`)) continue;
    if (!isSame(signed.slice(end + 1), keyedDigest(key, said))) return undefined;
    // What we have signed is of this form.
    const [, , expiry = '', text] = said.split('.');
    return Number.parseInt(expiry, 36) > Date.now() / 1000 ? text : undefined;
  }
  return undefined;
}

/** Takes as long wherever they differ. */
function isSame(tag: string, expected: string): boolean {
  const [given, own] = [Buffer.from(tag), Buffer.from(expected)];
  return given.length === own.length && timingSafeEqual(given, own);
}
