import type { APIContext } from 'astro';
import { BINDING_COOKIE } from '../../shared/wire.js';
import { randomId } from '../encoding.js';

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** Whether the site is reached over https as far as it can know: then cookies are `Secure` and `__Host-`. */
export function isSecure({ url }: Pick<APIContext, 'url'>): boolean {
  return url.protocol === 'https:';
}

/** The name of one of our cookies: `__Host-` in front on https (RFC 6265bis section 4.1.3.2). */
export function cookieName(context: Pick<APIContext, 'url'>, name: string): string {
  return isSecure(context) ? `__Host-${name}` : name;
}

/** The secrets that a result of this browser may be tied to: the browser's own, and the one of a first post. */
export function readBindings(context: WithCookies, id: string): string[] {
  const names = [BINDING_COOKIE, ofFirstPost(id)];
  return names.flatMap((name) => context.cookies.get(cookieName(context, name))?.value ?? []);
}

/**
 * The secret to tie a result to. A browser that has none is given one on this response. Tabs that post for the first time
 * at once are each given another one, of which the browser keeps the last: so the result keeps its own beside it.
 */
export function ensureBinding(context: WithCookies, id: string, ttl: number): string {
  const existing = context.cookies.get(cookieName(context, BINDING_COOKIE))?.value;
  if (existing !== undefined) return existing;
  const binding = randomId();
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(context) } as const;
  context.cookies.set(cookieName(context, BINDING_COOKIE), binding, options);
  context.cookies.set(cookieName(context, ofFirstPost(id)), binding, { ...options, maxAge: ttl });
  return binding;
}

function ofFirstPost(id: string): string {
  return `${BINDING_COOKIE}-${id}`;
}
