/** Where the site begins: `base` of astro.config, without the slash at its end. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a path of this site, such as `/order`, where the site has a `base`. */
export function withBase(path: string): string {
  return base + path;
}

/** Whether `url` is that of a path of this site, with a slash at its end or without. */
export function isAt(path: string, url: URL): boolean {
  return withoutSlash(url.pathname) === withoutSlash(withBase(path));
}

function withoutSlash(pathname: string): string {
  return pathname.replace(/\/$/, '');
}
