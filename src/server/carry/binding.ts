import type { APIContext } from 'astro';
import { BINDING_COOKIE, FIRST_BINDING_COOKIE } from '../../shared/wire.js';
import { randomId } from '../encoding.js';

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** Characters. The first five of a binding are its name: 30 bits tell a thousand of them apart. */
const NAME_LENGTH = 5;
/** The other 16 are 96 secret bits. Who guesses them has to ask the server each time. */
const LENGTH = 21;
const BINDING = /^[A-Za-z0-9_-]{21}$/;

/** Whether the site is reached over https as far as it can know: then cookies are `Secure` and `__Host-`. */
export function isSecure({ url }: Pick<APIContext, 'url'>): boolean {
  return url.protocol === 'https:';
}

/** The name of one of our cookies: `__Host-` in front on https (RFC 6265bis section 4.1.3.2). */
export function cookieName(context: Pick<APIContext, 'url'>, name: string): string {
  return isSecure(context) ? `__Host-${name}` : name;
}

/** The value of one of our cookies, which is base64url and dots: there is nothing in it to decode. */
export function readCookie({ cookies }: Pick<APIContext, 'cookies'>, name: string): string | undefined {
  return cookies.get(name, asItIs)?.value;
}

const asItIs = { decode: (value: string) => value };

/** What of a binding may be known to others. */
export function nameOf(binding: string): string {
  return binding.slice(0, NAME_LENGTH);
}

/** The binding of a name, when this browser has it. */
export function readBinding(context: WithCookies, name: string): string | undefined {
  const own = readOwn(context);
  if (own !== undefined && nameOf(own) === name) return own;
  const secret = readCookie(context, ofFirstPost(context, name));
  return secret === undefined ? undefined : name + secret;
}

/**
 * The secret to tie a result to. A browser that has none is given one on this response. Tabs that post for the first time
 * at once are each given another one, of which the browser keeps the last as its own: so each is there by its name too, for
 * as long as a result is tied to it.
 *
 * @param ttl Seconds that the result lives.
 */
export function ensureBinding(context: WithCookies, ttl: number): string {
  const own = readOwn(context);
  const binding = own ?? randomId().slice(0, LENGTH);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(context) } as const;
  const named = ofFirstPost(context, nameOf(binding));
  if (own === undefined) context.cookies.set(cookieName(context, BINDING_COOKIE), binding, options);
  if (own === undefined || context.cookies.has(named))
    context.cookies.set(named, binding.slice(NAME_LENGTH), { ...options, maxAge: ttl });
  return binding;
}

function readOwn(context: WithCookies): string | undefined {
  const value = readCookie(context, cookieName(context, BINDING_COOKIE));
  return value !== undefined && BINDING.test(value) ? value : undefined;
}

function ofFirstPost(context: Pick<APIContext, 'url'>, name: string): string {
  return cookieName(context, FIRST_BINDING_COOKIE + name);
}
