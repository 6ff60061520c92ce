const BASE = 'http://site.invalid';

/**
 * A path of this site that is safe to redirect to, from text that a client sent (`?next=/account`).
 * Other origins, `//host`, `/\host`, `javascript:`, control characters and what is no text give the fallback.
 *
 * @returns Path, query and fragment, normalised by the URL parser (WHATWG URL).
 */
export function safePath(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || !path.startsWith('/') || hasControls(path)) return fallback;
  const url = URL.parse(path, BASE);
  if (url === null || url.origin !== BASE) return fallback;
  // Dot segments can leave two slashes in front, as in `/.//host`: a browser would read that as another origin.
  if (url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

function hasControls(text: string): boolean {
  return [...text].some((char) => char < ' ' || char === '\u007f' || char === '\\');
}
