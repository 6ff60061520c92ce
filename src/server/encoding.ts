/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a base64url text, or undefined when it is none. Bytes have one text: bits that no byte uses are zero. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || hasStrayBits(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    // `atob` refuses lengths that no base64 text has: the text is not ours.
    return undefined;
  }
}

/** A new 128-bit id, as 22 characters of base64url. */
export function randomId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Two characters past the last four hold one byte, three hold two (RFC 4648 section 3.5): some of their bits are unused. */
function hasStrayBits(text: string): boolean {
  switch (text.length % 4) {
    case 2:
      return !'AQgw'.includes(text.at(-1)!);
    case 3:
      return !'AEIMQUYcgkosw048'.includes(text.at(-1)!);
    default:
      return false;
  }
}
