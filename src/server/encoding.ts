/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/** The bytes of a base64url text, or undefined when it is none. Bytes have one text: bits that no byte uses are zero. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url');
  // Buffer skips what is no base64url, and drops bits that no byte uses.
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** Bytes that are drawn at once: asking for them costs more than the bytes. */
const DRAWN = 4096;
const drawn = Buffer.alloc(DRAWN);
let used = DRAWN;

/** New random bytes, of the platform's generator for secrets. They are given once, and not kept. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return draw(length, (start, end) => new Uint8Array(drawn.subarray(start, end)));
}

/** A new 128-bit id, as 22 characters of base64url. */
export function randomId(): string {
  return draw(16, (start, end) => drawn.toString('base64url', start, end));
}

function draw<T>(length: number, read: (start: number, end: number) => T): T {
  if (used + length > DRAWN) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const start = used;
  used += length;
  const taken = read(start, used);
  drawn.fill(0, start, used);
  return taken;
}
