import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { deriveKey, type Purpose } from './keys.js';
import { runtime } from './runtime.js';

const VERSION = '1';

/**
 * Vouches for a text that is no secret from who holds it (HMAC-SHA-256), which takes a third of the time that sealing
 * does. The result is safe in HTML attributes and URLs where the text is.
 * @param text Without dots.
 * @param ttl Seconds until it no longer counts.
 */
export function sign(text: string, ttl: number, purpose: Purpose): string {
  const [secret] = runtime().options.secrets;
  if (secret === undefined) throw new Error('There is no secret to sign with.');
  const { id, key } = deriveKey(secret, purpose);
  const expiry = Math.floor(Date.now() / 1000 + ttl).toString(36);
  const said = `${VERSION}.${id}.${expiry}.${text}`;
  return `${said}.${tagOf(said, key)}`;
}

/** The text, or undefined when it was not signed by us, for this, or has expired. */
export function openSigned(signed: string, purpose: Purpose): string | undefined {
  const [version, id, expiry, text, tag, ...rest] = signed.split('.');
  if (version !== VERSION || expiry === undefined || text === undefined || tag === undefined || rest.length > 0)
    return undefined;
  for (const secret of runtime().options.secrets) {
    const derived = deriveKey(secret, purpose);
    if (derived.id !== id) continue;
    const isOurs = isSame(tag, tagOf(signed.slice(0, -tag.length - 1), derived.key));
    return isOurs && Number.parseInt(expiry, 36) > Date.now() / 1000 ? text : undefined;
  }
  return undefined;
}

function tagOf(said: string, key: KeyObject): string {
  return createHmac('sha256', key).update(said).digest('base64url');
}

/** Takes as long wherever they differ. */
function isSame(tag: string, expected: string): boolean {
  const [given, own] = [Buffer.from(tag), Buffer.from(expected)];
  return given.length === own.length && timingSafeEqual(given, own);
}
