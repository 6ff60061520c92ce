import { isServerIsland } from '../internals.js';
import type { PageContext } from './form-types.js';

/**
 * Address of the page that a form is shown on. A server island is rendered under an address of its own, with a query of
 * Astro's, and knows its page by `Referer` alone; without it, by its path and no query.
 */
export function shownUrl(page: PageContext): URL {
  const { url } = page;
  if (!isServerIsland(page)) return url;
  const referer = URL.parse(page.request?.headers.get('referer') ?? '');
  return referer?.host === url.host ? referer : new URL(url.pathname, url);
}
