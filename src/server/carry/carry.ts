import type { APIContext } from 'astro';
import { RESULT_COOKIE } from '../../shared/wire.js';
import type { RawValues } from '../../submission/values.js';
import { randomId } from '../encoding.js';
import type { FormRecord } from '../record.js';
import { runtime } from '../runtime.js';
import { seal, unseal, type SealOptions } from '../seal.js';
import type { SerializedResult } from '../serialize.js';
import { cookieName, ensureBinding, isSecure, readBindings } from './binding.js';

/** A result on its way across a redirect. */
export interface Carried {
  /** Absent: only a message for the page. */
  readonly action?: string;
  readonly record?: Pick<FormRecord, 'action' | 'form'>;
  /** Absent: a success whose result could not be kept. */
  readonly result?: SerializedResult;
  readonly message?: string;
  readonly values?: RawValues;
}

type WithCookies = Pick<APIContext, 'cookies' | 'url' | 'request'>;

/** Seconds that a result can be read at its URL. */
const TTL = 5 * 60;
/** Bytes of a cookie, its name included. Browsers drop one of over 4,096 silently. */
const COOKIE_BYTES = 4000;
/** Results in cookies at a time. More would fill the request's header until servers answer 431. */
const COOKIES = 2;

/**
 * Keeps a result for the page that the browser is sent to: in a cookie of its own where it fits, else in the store.
 * Both are sealed, and bound to this browser.
 *
 * @returns The id that the URL carries.
 */
export async function carry(context: WithCookies, carried: Carried): Promise<string> {
  const id = randomId();
  const sealed = await seal(JSON.stringify(carried), TTL, sealedFor(ensureBinding(context, id, TTL), id));
  const name = cookieName(context, RESULT_COOKIE + id);
  if (name.length + sealed.length <= COOKIE_BYTES && countResultCookies(context) < COOKIES) {
    context.cookies.set(name, sealed, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(context),
      maxAge: TTL,
    });
  } else {
    await runtime().store.set(storeKey(id), sealed, { ttl: TTL });
  }
  return id;
}

/**
 * Carries a few words in the URL itself, sealed: that there was a success, and a message. Needs no room in cookies and no
 * store.
 *
 * @returns What the URL carries in the place of an id.
 */
export async function carryWord(context: WithCookies, word: Omit<Carried, 'result' | 'values'>): Promise<string> {
  const id = randomId();
  return `${id}.${await seal(JSON.stringify(word), TTL, sealedFor(ensureBinding(context, id, TTL), id))}`;
}

/**
 * The result of what the URL carries; undefined when it has expired, was changed, or is another browser's.
 * @throws what the store throws.
 */
export async function readCarried(context: WithCookies, token: string): Promise<Carried | undefined> {
  const [, id, word] = /^([A-Za-z0-9_-]{22})(?:\.([A-Za-z0-9_.-]+))?$/.exec(token) ?? [];
  if (id === undefined) return undefined;
  const bindings = readBindings(context, id);
  if (bindings.length === 0) return undefined;
  const sealed =
    word ??
    context.cookies.get(cookieName(context, RESULT_COOKIE + id))?.value ??
    (await runtime().store.get(storeKey(id)));
  if (sealed === undefined) return undefined;
  for (const binding of bindings) {
    const text = await unseal(sealed, sealedFor(binding, id));
    if (text !== undefined) return JSON.parse(text) as Carried; // why: the seal vouches for it
  }
  return undefined;
}

function sealedFor(binding: string, id: string): SealOptions {
  return { purpose: 'result', context: [binding, id] };
}

function storeKey(id: string): string {
  return `action-form:result:${id}`;
}

function countResultCookies(context: WithCookies): number {
  const header = context.request.headers.get('cookie') ?? '';
  const prefix = cookieName(context, RESULT_COOKIE);
  return header.split(';').filter((cookie) => cookie.trim().startsWith(prefix)).length;
}
