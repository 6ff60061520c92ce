import { safePath } from './safe-path.js';

/**
 * A location that a response may name, as ASCII: a path, a query or a fragment of this site, or a whole http(s) address.
 * Undefined for everything that a browser would read otherwise than it looks: `//host`, `/\host`, `http:/path`, other
 * schemes, credentials, control characters, blanks around it.
 */
export function toLocation(text: string): string | undefined {
  if (text.startsWith('/')) return safePath(text, '') || undefined;
  if (text.startsWith('?') || text.startsWith('#')) return safePath(`/${text}`, '').slice(1) || undefined;
  return toWebAddress(text);
}

function toWebAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^/\\?#\s]/i.test(text) || text !== text.trim() || /[\p{Cc}\\]/u.test(text)) return undefined;
  const url = URL.parse(text);
  return url === null || url.username !== '' || url.password !== '' ? undefined : url.href;
}
