import { fromBase64Url, toBase64Url } from './encoding.js';
import { deriveKey, type Purpose } from './keys.js';
import { runtime } from './runtime.js';

const VERSION = '1';
const IV_BYTES = 12;

export interface SealOptions {
  readonly purpose: Purpose;
  /** What must be the same again when the text is opened, such as the browser's binding. */
  readonly context?: readonly string[];
}

/**
 * Encrypts and authenticates a text (AES-256-GCM). The result is safe in cookies, URLs and HTML attributes.
 * @param ttl Seconds until it no longer opens.
 */
export async function seal(text: string, ttl: number, options: SealOptions): Promise<string> {
  const [secret] = runtime().options.secrets;
  if (secret === undefined) throw new Error('There is no secret to seal with.');
  const { id, key } = await deriveKey(secret, options.purpose);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(`${expiry(ttl)}:${text}`);
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(id, options) }, key, plain);
  const bytes = new Uint8Array(IV_BYTES + cipher.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(cipher), IV_BYTES);
  return `${VERSION}.${id}.${toBase64Url(bytes)}`;
}

/** The text, or undefined when it was not sealed by us, for this, or has expired. */
export async function unseal(sealed: string, options: SealOptions): Promise<string | undefined> {
  const [version, id, payload, ...rest] = sealed.split('.');
  if (version !== VERSION || id === undefined || payload === undefined || rest.length > 0) return undefined;
  const bytes = fromBase64Url(payload);
  if (bytes === undefined || bytes.length <= IV_BYTES) return undefined;
  for (const secret of runtime().options.secrets) {
    const derived = await deriveKey(secret, options.purpose);
    if (derived.id === id) return open(bytes, derived.key, boundTo(id, options));
  }
  return undefined;
}

async function open(
  bytes: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  let plain: ArrayBuffer;
  try {
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES), additionalData };
    plain = await crypto.subtle.decrypt(algorithm, key, bytes.subarray(IV_BYTES));
  } catch {
    // WebCrypto throws for every tag that does not fit: the text was changed, or belongs elsewhere.
    return undefined;
  }
  const text = new TextDecoder().decode(plain);
  const colon = text.indexOf(':');
  const expires = Number.parseInt(text.slice(0, colon), 36);
  return expires > Date.now() / 1000 ? text.slice(colon + 1) : undefined;
}

function expiry(ttl: number): string {
  return Math.floor(Date.now() / 1000 + ttl).toString(36);
}

function boundTo(keyId: string, { purpose, context = [] }: SealOptions): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([purpose, VERSION, keyId, ...context]));
}
