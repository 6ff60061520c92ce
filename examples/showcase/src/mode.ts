import { withBase } from './base';

/** Every page can be had without JavaScript: `?js=off` leaves out `enhance`, and nothing else. */
export function isEnhanced(url: URL): boolean {
  return url.searchParams.get('js') !== 'off';
}

/** A link to another page of this site that stays in the mode of this one. */
export function keepMode(path: string, url: URL): string {
  if (isEnhanced(url)) return withBase(path);
  const target = new URL(withBase(path), url);
  target.searchParams.set('js', 'off');
  return target.pathname + target.search + target.hash;
}
