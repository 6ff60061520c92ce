import type { APIContext } from 'astro';
import { RESULT_COOKIE } from '../../shared/wire.js';
import { cookieName, isSecure, readCookie } from './binding.js';

type WithCookies = Pick<APIContext, 'cookies' | 'url'>;

/** Bytes of such a cookie in a request, with its name and what separates it from the next one. */
export const INLINE_BYTES = 1400;
/** Posts that are under way at once do not know of each other: were the names free, their cookies would pile up. */
const SLOTS = ['0', '1'];

/**
 * Sends a sealed result along in a cookie, where one is free and the result is short. Another post that is under way at
 * the same time may take the same cookie for its own result.
 *
 * @param ttl Seconds.
 * @returns Whether it did.
 */
export function sendInline(context: WithCookies, id: string, sealed: string, ttl: number): boolean {
  const name = slotNames(context).find((slot) => !context.cookies.has(slot));
  const value = `${id}.${sealed}`;
  if (name === undefined || `${name}=${value}; `.length > INLINE_BYTES) return false;
  context.cookies.set(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(context),
    maxAge: ttl,
  });
  return true;
}

/** The sealed result that a cookie holds under an id. */
export function readInline(context: WithCookies, id: string): string | undefined {
  const claim = `${id}.`;
  for (const name of slotNames(context)) {
    const value = readCookie(context, name);
    if (value?.startsWith(claim)) return value.slice(claim.length);
  }
  return undefined;
}

function slotNames(context: WithCookies): string[] {
  return SLOTS.map((slot) => cookieName(context, RESULT_COOKIE + slot));
}
