import type { APIContext } from 'astro';
import { splitName, formatPath } from '../shared/path.js';
import { VALIDATE_HEADER } from '../shared/wire-live.js';
import { isCalledBy } from './action-names.js';
import type { ActionError } from './action-error.js';
import { programError } from './program-error.js';

/** Characters of the header that are read: a page asks for the few fields that were edited since it last asked. */
const MAX_LENGTH = 8192;

/** The fields that are asked for, by {@link toKey}, each with the spelling that it was asked for by. */
export type AskedFields = ReadonlyMap<string, string>;

/** Whether a request asks to have fields checked, instead of having its action run. */
export function asksForCheck(request: Request): boolean {
  return request.headers.has(VALIDATE_HEADER);
}

/**
 * The fields that a call of an action asks to have checked; undefined for one that is to run. Only the RPC call of this
 * very action can ask: a browser sends no such header with a form, and an action that is called on the way runs.
 *
 * @throws ActionError 400 for a header that is too long, or that is no list of encoded names.
 */
export function askedFields({ request, url }: Pick<APIContext, 'request' | 'url'>, action: object) {
  const header = request.headers.get(VALIDATE_HEADER);
  return header === null || !isCalledBy(url, action) ? undefined : readNames(header);
}

/** One spelling for all that mean the same field, rows and keys alike. `tags[]` is the list itself; a name that is no path is a key. */
export function toKey(name: string): string {
  const segments = splitName(name);
  if (segments === undefined) return name;
  return formatPath(segments.at(-1) === '' ? segments.slice(0, -1) : segments);
}

function readNames(header: string): AskedFields {
  if (header.length > MAX_LENGTH) throw unreadable(`has more than ${MAX_LENGTH} characters`);
  return new Map(header.split(',').map((encoded) => readName(encoded.trim())));
}

function readName(encoded: string): [key: string, asked: string] {
  let name: string;
  try {
    name = decodeURIComponent(encoded);
  } catch {
    throw unreadable('is not encoded as encodeURIComponent does it');
  }
  return [toKey(name), name];
}

function unreadable(what: string): ActionError {
  return programError('BAD_REQUEST', `${VALIDATE_HEADER} ${what}.`);
}
