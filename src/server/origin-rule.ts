/** What the origin rule looks at. */
export interface Sender {
  readonly method: string;
  readonly headers: Headers;
  /** The request's URL as the site sees it, forwarded headers already applied by Astro. */
  readonly url: URL;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const allowed: Verdict = { allowed: true };

/** Whether a request of this method changes nothing and needs no check. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method.toUpperCase());
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
    if (site !== 'same-origin' && site !== 'none')
      return refuse(`it is ${site} (Sec-Fetch-Site), from origin ${origin}`);
    // Behind a TLS proxy the scheme may differ; the host may not.
    if (origin === null || origin === 'null' || hostOf(origin) === url.host) return allowed;
    return refuse(`its Origin is ${origin}, the site's host is ${url.host}`);
  }
  if (origin !== null) {
    return origin === url.origin ? allowed : refuse(`its Origin is ${origin}, the site's is ${url.origin}`);
  }
  const referer = headers.get('referer');
  if (referer === null) return refuse('it has no Sec-Fetch-Site, Origin or Referer');
  return URL.parse(referer)?.origin === url.origin ? allowed : refuse(`its Referer is not a page of ${url.origin}`);
}

function refuse(reason: string): Verdict {
  return { allowed: false, reason };
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}
