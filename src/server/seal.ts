import { createDecipheriv, type KeyObject } from 'node:crypto';
import { ALGORITHM, IV_BYTES, TAG_BYTES, takeCipher } from './ciphers.js';
import { fromBase64Url, toBase64Url } from './encoding.js';
import { deriveKey, type Purpose } from './keys.js';
import { runtime } from './runtime.js';

const VERSION = '1';

export interface SealOptions {
  readonly purpose: Purpose;
  /** What must be the same again when the text is opened, such as the browser's binding. */
  readonly context?: readonly string[];
}

/**
 * Encrypts and authenticates a text (AES-256-GCM). The result is safe in cookies, URLs and HTML attributes.
 * @param ttl Seconds until it no longer opens.
 */
export function seal(plain: string, ttl: number, options: SealOptions): string {
  const [secret] = runtime().options.secrets;
  if (secret === undefined) throw new Error('There is no secret to seal with.');
  const { id, key } = deriveKey(secret, options.purpose);
  const { iv, cipher } = takeCipher(key);
  cipher.setAAD(boundTo(id, options));
  const encrypted = cipher.update(`${expiry(ttl)}:${plain}`, 'utf8');
  // Of GCM the end adds nothing to the text: it makes the tag.
  cipher.final();
  return `${VERSION}.${id}.${toBase64Url(Buffer.concat([iv, encrypted, cipher.getAuthTag()]))}`;
}

/** The text, or undefined when it was not sealed by us, for this, or has expired. */
export function unseal(sealed: string, options: SealOptions): string | undefined {
  return openSealed(sealed, options)?.text;
}

interface Opened {
  readonly text: string;
  /** Seconds until the sealed text no longer opens. */
  readonly ttl: number;
}

/** Like {@link unseal}, with the time that is left. */
export function openSealed(sealed: string, options: SealOptions): Opened | undefined {
  const [version, id, payload, ...rest] = sealed.split('.');
  if (version !== VERSION || id === undefined || payload === undefined || rest.length > 0) return undefined;
  const bytes = fromBase64Url(payload);
  if (bytes === undefined || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  for (const secret of runtime().options.secrets) {
    const derived = deriveKey(secret, options.purpose);
    if (derived.id === id) return open(bytes, derived.key, boundTo(id, options));
  }
  return undefined;
}

function open(bytes: Uint8Array, key: KeyObject, additionalData: Uint8Array): Opened | undefined {
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData).setAuthTag(bytes.subarray(-TAG_BYTES));
  // Of GCM the end adds nothing to the text: it is there to check the tag.
  const opened = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    // The tag does not fit: the text was changed, or belongs elsewhere.
    return undefined;
  }
  const text = opened.toString('utf8');
  const colon = text.indexOf(':');
  const ttl = Number.parseInt(text.slice(0, colon), 36) - Date.now() / 1000;
  return ttl > 0 ? { text: text.slice(colon + 1), ttl } : undefined;
}

function expiry(ttl: number): string {
  return Math.floor(Date.now() / 1000 + ttl).toString(36);
}

function boundTo(keyId: string, { purpose, context = [] }: SealOptions): Uint8Array {
  return Buffer.from(JSON.stringify([purpose, VERSION, keyId, ...context]));
}
