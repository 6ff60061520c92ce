import type { APIContext } from 'astro';
import { ensureBinding, nameOf, readBinding } from '../carry/binding.js';
import { seal, unseal, type SealOptions } from '../seal.js';
import { fieldPattern, type FileField } from './file-fields.js';

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** What a token says of the file that it stands for. */
export interface KeptFile {
  /** Its name in the store. */
  readonly stored: string;
  readonly name: string;
  readonly type: string;
}

/** Where a token holds: the form of one action, one field of it, in whichever row. */
export interface TokenPlace {
  readonly action: string;
  readonly field: FileField;
}

const TOKEN = /^kept\.([A-Za-z0-9_-]{5})\.(.+)$/;

/** Whether a text was meant as a token. Where a file is due, no other text begins so. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

/** A token for this browser alone, which gets a secret of its own if it has none. @param ttl Seconds. */
export function sealToken(
  context: WithCookies,
  file: KeptFile,
  { place, ttl }: { place: TokenPlace; ttl: number },
): string {
  const binding = ensureBinding(context, ttl);
  const { stored, name, type } = file;
  return `kept.${nameOf(binding)}.${seal(JSON.stringify([stored, name, type]), ttl, sealedFor(binding, place))}`;
}

/** Undefined for a token that was changed, has expired, or is for another browser, action or field. */
export function openToken(context: WithCookies, token: string, place: TokenPlace): KeptFile | undefined {
  const [, owner = '', sealed = ''] = TOKEN.exec(token) ?? [];
  const binding = readBinding(context, owner);
  const text = binding === undefined ? undefined : unseal(sealed, sealedFor(binding, place));
  if (text === undefined) return undefined;
  const [stored, name, type] = JSON.parse(text) as [string, string, string]; // why: the seal vouches for it
  return { stored, name, type };
}

function sealedFor(binding: string, { action, field }: TokenPlace): SealOptions {
  return { purpose: 'upload', context: [binding, action, fieldPattern(field)] };
}
