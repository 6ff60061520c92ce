import type { FieldMeta, NodeKind, SchemaNode } from './kinds.js';

/**
 * Whether what was entered must never be sent back to the page: passwords, one-time codes, card data, files, and what
 * its schema's meta marks `secret`, with everything below.
 */
export function isSecret(node: SchemaNode): boolean {
  return node.secret;
}

/** Decides it for a node that is being read. `secret: false` in its meta overrules everything but a file. */
export function readSecret(kind: NodeKind, key: string, meta: FieldMeta, format: string | undefined): boolean {
  if (kind === 'file') return true;
  if (meta.secret !== undefined) return meta.secret;
  if (meta.type === 'password' || format === 'credit_card') return true;
  if (typeof meta.autocomplete === 'string' && isSecretToken(meta.autocomplete)) return true;
  return hasText.has(kind) && isSecretKey(key);
}

const hasText: ReadonlySet<NodeKind> = new Set<NodeKind>(['string', 'number', 'bigint', 'unknown', 'union', 'array']);

/** Whether browsers fill in a secret there. Autofill field names of https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
export function isSecretToken(autocomplete: string): boolean {
  return autocomplete
    .toLowerCase()
    .split(/\s+/)
    .some((token) => token.startsWith('cc-') || /^(?:current-password|new-password|one-time-code)$/.test(token));
}

/** Whether a field is called what one-time codes are called. */
export function isOneTimeCodeKey(key: string): boolean {
  return /^(?:t?otp|onetimecode)$/.test(toWord(key));
}

function toWord(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isSecretKey(key: string): boolean {
  const word = toWord(key);
  return (
    isOneTimeCodeKey(key) ||
    /passw(?:or)?d|passphrase|passcode|pwd/.test(word) ||
    /^(?:pin|cvc2?|cvv2?|csc|securitycode)$/.test(word) ||
    /(?:otp|cvc|cvv|cardnumber|cardno|ccnumber)$/.test(word)
  );
}
