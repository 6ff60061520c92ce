import { createHash } from 'node:crypto';
import { stringify } from 'devalue';
import { RESERVED_FIELDS } from '../../shared/wire.js';
import { isUntouched } from '../../submission/index-entries.js';
import { keyedDigest } from '../keyed-digest.js';
import type { FormRecord } from '../record.js';

/** What is sent with a key. */
export interface Sent {
  /** The secret in the key. */
  readonly secret: string;
  readonly action: string;
  readonly record: FormRecord | undefined;
  readonly form: FormData;
}

/** Where the store keeps what is known of it. Nobody without the key can tell what was sent, or guess it. */
export interface ClaimNames {
  /** Of this key, this action and these very entries. */
  readonly claim: string;
  /** Of this key and this action, whatever the entries: when something new was last sent. */
  readonly last: string;
}

/**
 * Names what was sent by a keyed digest of its entries in their order: names, texts, files by their bytes, and what the
 * page fixed. The bytes of the request are no measure: every multipart body has another boundary.
 */
export async function nameClaims({ secret, action, record, form }: Sent): Promise<ClaimNames> {
  let said = parts('claim', action, record === undefined ? '' : stringify(saidOf(record)));
  for (const [name, value] of form) {
    if (RESERVED_FIELDS.includes(name)) continue;
    if (typeof value === 'string') said += parts('text', name, value);
    // The island leaves out what was not touched.
    else if (!isUntouched(value)) said += parts('file', name, value.name, value.type, await digestOf(value));
  }
  return { claim: toName(secret, said), last: toName(secret, parts('last', action)) };
}

/** Without what is there for the page that shows the form again: sent from there, it is the same submission. */
function saidOf({ checked: _checked, unchecked: _unchecked, ...said }: FormRecord): object {
  return said;
}

/** With its length in front, no text can pass for two others. */
function parts(...texts: string[]): string {
  return texts.reduce((said, text) => `${said}${text.length}:${text}`, '');
}

/** SHA-256 of a file, read in pieces. */
async function digestOf(file: File): Promise<string> {
  const digest = createHash('sha256');
  // why: DOM's types lack the async iterator that streams have in Node
  for await (const chunk of file.stream() as unknown as AsyncIterable<Uint8Array>) digest.update(chunk);
  return digest.digest('base64url');
}

function toName(secret: string, said: string): string {
  return `action-form:once:${keyedDigest(secret, said)}`;
}
