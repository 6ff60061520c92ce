/** What the origin rule looks at. */
export interface Sender {
  readonly headers: Headers;
  /** The request's URL as the site sees it, forwarded headers already applied by Astro. */
  readonly url: URL;
}

/**
 * Why a sender may not post. `other-site`: another site or a sibling of this one, by Fetch Metadata. `other-host` and
 * `other-scheme`: the Origin is not the site's. `other-referer`: nothing but a Referer, of another origin.
 * `nameless`: none of the three headers.
 */
export type RefusalCause = 'other-site' | 'other-host' | 'other-scheme' | 'other-referer' | 'nameless';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly cause: RefusalCause };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const allowed: Verdict = { allowed: true };

/** Whether a request of this method changes nothing and needs no check. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method.toUpperCase());
}

/** Whether a request says anything about where it comes from. A browser's always does. */
export function hasSenderHeaders(headers: Headers): boolean {
  return headers.has('sec-fetch-site') || headers.has('origin') || headers.has('referer');
}

/**
 * Who may send an unsafe request: the site's own pages, the user (address bar, bookmark), and origins that are trusted.
 * `Sec-Fetch-Site` decides where it exists (Fetch Metadata, W3C); then `Origin`, then `Referer`; without all three no.
 */
export function judgeSender({ headers, url }: Sender, trustedOrigins: readonly string[]): Verdict {
  const origin = headers.get('origin');
  if (origin !== null && trustedOrigins.includes(origin)) return allowed;

  const site = headers.get('sec-fetch-site');
  if (site !== null) {
    if (site !== 'same-origin' && site !== 'none') return refuse('other-site');
    // Behind a TLS proxy the scheme may differ; the host may not.
    const isOwn = origin === null || origin === 'null' || origin === url.origin || hostOf(origin) === url.host;
    return isOwn ? allowed : refuse('other-host');
  }
  if (origin !== null) {
    if (origin === url.origin) return allowed;
    return refuse(hostOf(origin) === url.host ? 'other-scheme' : 'other-host');
  }
  const referer = headers.get('referer');
  if (referer === null) return refuse('nameless');
  return URL.parse(referer)?.origin === url.origin ? allowed : refuse('other-referer');
}

function refuse(cause: RefusalCause): Verdict {
  return { allowed: false, cause };
}

/** The host and port that an Origin names. */
export function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}
