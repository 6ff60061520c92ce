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

/** The secret that ties carried results to this browser, if it has one. */
export function readBinding(context: WithCookies): string | undefined {
  return context.cookies.get(cookieName(context, BINDING_COOKIE))?.value;
}

/** The same, given to the browser on this response when it has none. */
export function ensureBinding(context: WithCookies): string {
  const existing = readBinding(context);
  if (existing !== undefined) return existing;
  const binding = randomId();
  context.cookies.set(cookieName(context, BINDING_COOKIE), binding, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(context),
  });
  return binding;
}
