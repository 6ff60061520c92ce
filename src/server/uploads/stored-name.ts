import { createHash } from 'node:crypto';
import { randomId } from '../encoding.js';

/** What the name of a stored file says of it, so that nothing else has to be asked. */
export interface StoredFile {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  /** Bytes. */
  readonly size: number;
  /** Whose it is, without telling the secret of that browser. */
  readonly owner: string;
  readonly id: string;
}

const KEPT = /^kept\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-f]{16})\.([A-Za-z0-9_-]{22})$/;
const ANY = /^(?:kept|reading)\.([0-9a-z]{1,11})\./;

/** A new name, which nobody can guess. @param ttl Seconds. */
export function newStoredFile({ binding, size, ttl }: { binding: string; size: number; ttl: number }): StoredFile {
  const [expires, owner, id] = [Date.now() + ttl * 1000, ownerOf(binding), randomId()];
  return { name: ['kept', toText(expires), toText(size), owner, id].join('.'), expires, size, owner, id };
}

/** A new name of a file that is being read. @param ttl Seconds after which it must be left over. */
export function newReadingName(ttl: number): string {
  return ['reading', toText(Date.now() + ttl * 1000), randomId()].join('.');
}

export function parseStoredName(name: string): StoredFile | undefined {
  const [, expires = '', size = '', owner = '', id = ''] = KEPT.exec(name) ?? [];
  return id === '' ? undefined : { name, expires: toNumber(expires), size: toNumber(size), owner, id };
}

/** Whether a name is one of ours, and its time is over. */
export function isExpired(name: string): boolean {
  const expires = ANY.exec(name)?.[1];
  return expires !== undefined && toNumber(expires) <= Date.now();
}

export function ownerOf(binding: string): string {
  return createHash('sha256').update(`owner of uploads: ${binding}`).digest('hex').slice(0, 16);
}

function toText(count: number): string {
  return Math.floor(count).toString(36);
}

function toNumber(text: string): number {
  return Number.parseInt(text, 36);
}
