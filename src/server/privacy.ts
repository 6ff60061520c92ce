import type { APIContext } from 'astro';
import { requestState } from './request-state.js';
import { changeHeaders } from './respond.js';

/** What CDNs read in the place of `Cache-Control`: `CDN-Cache-Control` (RFC 9213) and its relatives. */
const forSharedCaches = /(?:^|-)CDN-Cache-Control$|^Surrogate-Control$/i;

/** What of `Astro`, or of any API context, tells whether a page is private. */
interface Page extends Pick<APIContext, 'locals'> {
  /** Of `Astro` alone. */
  readonly response?: { readonly headers: Headers };
}

/**
 * Asks that the page be this visitor's alone, as one with a one-time key or a carried result must be.
 * @returns False when its headers are gone already, and let others have it.
 */
export function askForPrivacy(page: Page): boolean {
  const state = requestState(page);
  if (state.privacy === 'unasked') state.privacy = 'asked';
  return state.privacy !== 'shared';
}

/**
 * Whether the page will be private whatever happens. A component can ask in time or too late, which depends on what
 * other components wait for.
 */
export function isSurelyPrivate(page: Page): boolean {
  const { privacy } = requestState(page);
  return (
    privacy === 'asked' || privacy === 'private' || (page.response !== undefined && isPrivate(page.response.headers))
  );
}

/**
 * Marks the page as private where that was asked for. Caches may keep it for going back, which finds what was
 * typed, and have to ask for it anew otherwise.
 */
export function keepPrivate(context: Pick<APIContext, 'locals' | 'cache'>, response: Response): Response {
  const state = requestState(context);
  if (state.privacy !== 'asked') {
    state.privacy = isPrivate(response.headers) ? 'private' : 'shared';
    return response;
  }
  state.privacy = 'private';
  // An app with its own src/fetch.ts may do without Astro's cache.
  if (context.cache?.enabled) context.cache.set(false);
  return changeHeaders(response, forbidSharing);
}

function forbidSharing(headers: Headers): void {
  for (const name of [...headers.keys()]) if (forSharedCaches.test(name)) headers.delete(name);
  if (!/\bno-store\b/i.test(headers.get('Cache-Control') ?? '')) headers.set('Cache-Control', 'private, no-cache');
}

function isPrivate(headers: Headers): boolean {
  return /\b(?:private|no-store)\b/i.test(headers.get('Cache-Control') ?? '');
}
