import type { APIContext } from 'astro';
import type { RawValues } from '../../submission/values.js';
import { randomId } from '../encoding.js';
import type { FormRecord } from '../record.js';
import { createReuse } from '../reuse.js';
import { runtime } from '../runtime.js';
import { seal, unseal, type SealOptions } from '../seal.js';
import type { SerializedResult } from '../serialize.js';
import { ensureBinding, nameOf, readBinding } from './binding.js';
import { readInline, sendInline } from './inline.js';
import { warnOfStore } from './warn-of-store.js';

/** A result on its way across a redirect. */
export interface Carried {
  /** Absent: only a message for the page. */
  readonly action?: string;
  readonly record?: Pick<FormRecord, 'action' | 'form' | 'says'>;
  /** Absent: a success whose result could not be kept. */
  readonly result?: SerializedResult;
  readonly message?: string;
  readonly values?: RawValues;
  /** The one-time key that goes on being the form's. */
  readonly key?: string | undefined;
  /** A run that has not come to its end, in the place of its result. */
  readonly running?: { readonly claim: string; readonly location: string } | undefined;
}

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** Seconds that a result can be read at its URL. */
const TTL = 5 * 60;

/** An id, and behind a dot what the URL itself carries. */
const TOKEN = /^[A-Za-z0-9_-]{22}(?:\.[A-Za-z0-9_.-]+)?$/;
const ID_LENGTH = 22;

/** Characters at most of a sealed text that is remembered with what it holds. */
const LONGEST_UNOPENED = 2000;

/** What this process has sealed and nobody has opened: the page that shows it is usually asked of this process. */
const unopened = createReuse<{ readonly sealed: string; readonly carried: Carried }>();

/**
 * Keeps a result for the page that the browser is sent to, sealed and bound to this browser: in the store, and where it
 * is short in a cookie too. Either will do to read it: another post may take the cookie, the store may be down or lost.
 *
 * @returns The id that the URL carries.
 * @throws what the store throws, when no cookie has the result.
 */
export async function carry(context: WithCookies, carried: Carried): Promise<string> {
  const id = randomId();
  const sealed = sealCarried(context, id, carried);
  const isInline = sendInline(context, id, sealed, TTL);
  try {
    await runtime().store.set(storeKey(id), sealed, { ttl: TTL });
  } catch (exception) {
    if (!isInline) throw exception;
    warnOfStore(exception);
  }
  return id;
}

/**
 * Carries a few words in the URL itself, sealed: that there was a success, and a message. Needs no room in cookies and no
 * store.
 *
 * @returns What the URL carries in the place of an id.
 */
export function carryWord(context: WithCookies, word: Omit<Carried, 'result' | 'values'>): string {
  const id = randomId();
  return `${id}.${sealCarried(context, id, word)}`;
}

/**
 * The result of what the URL carries; undefined when it has expired, was changed, or is another browser's.
 * @throws what the store throws.
 */
export async function readCarried(context: WithCookies, token: string): Promise<Carried | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const id = token.slice(0, ID_LENGTH);
  const word = token.length > ID_LENGTH ? token.slice(ID_LENGTH + 1) : undefined;
  const sealed = word ?? readInline(context, id) ?? (await runtime().store.get(storeKey(id)));
  return sealed === undefined ? undefined : openCarried(context, id, sealed);
}

/** In front stands the name of the binding, so that it is found among those of a browser. */
function sealCarried(context: WithCookies, id: string, carried: Carried): string {
  const binding = ensureBinding(context, TTL);
  const sealed = `${nameOf(binding)}.${seal(JSON.stringify(carried), TTL, sealedFor(binding, id))}`;
  if (sealed.length <= LONGEST_UNOPENED) unopened.set(keyOf(binding, id), { sealed, carried }, TTL);
  return sealed;
}

function openCarried(context: WithCookies, id: string, sealed: string): Carried | undefined {
  const dot = sealed.indexOf('.');
  const binding = readBinding(context, sealed.slice(0, dot));
  if (binding === undefined) return undefined;
  const known = takeUnopened(binding, id, sealed);
  if (known !== undefined) return known;
  const text = unseal(sealed.slice(dot + 1), sealedFor(binding, id));
  return text === undefined ? undefined : (JSON.parse(text) as Carried); // why: the seal vouches for it
}

/**
 * What was sealed, given back once, for all that its seal depends on: the browser, the id, and the sealed text to the last
 * character. Nobody else has it: what is carried is made for that.
 */
function takeUnopened(binding: string, id: string, sealed: string): Carried | undefined {
  const key = keyOf(binding, id);
  const known = unopened.get(key);
  if (known?.sealed !== sealed) return undefined;
  unopened.take(key);
  return known.carried;
}

/** There is no space in what is ours, so that no other two parts make the same key. */
function keyOf(binding: string, id: string): string {
  return `${binding} ${id}`;
}

function sealedFor(binding: string, id: string): SealOptions {
  return { purpose: 'result', context: [binding, id] };
}

function storeKey(id: string): string {
  return `action-form:result:${id}`;
}
