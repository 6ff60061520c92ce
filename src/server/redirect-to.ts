import { developerError } from './developer-error.js';

const REDIRECT = Symbol('astro-action-forms.redirect');

export interface RedirectOptions {
  /** Text for people, read on the page arrived at with `getMessage(Astro)` and shown by `<FormStatus>`. */
  readonly message?: string;
}

/** What {@link redirectTo} returns. */
export interface Redirect<TData> {
  readonly [REDIRECT]: true;
  readonly location: string;
  readonly data: TData;
  readonly message: string | undefined;
}

/**
 * Ends an action by sending the browser to another page: a 303 after a native post, a navigation by the island.
 * `data` is the action's result; the page arrived at reads it with `Astro.getActionResult()` or `form.result`.
 *
 * @param location A path of this site, as the browser sees it (with `base`), or an absolute `http(s)` URL, which gets
 *   neither data nor message. For a location that came with the request, use `safePath()`.
 * @throws AstroError when the location is no http(s) URL.
 */
export function redirectTo<TData = undefined>(
  location: string | URL,
  data?: TData,
  { message }: RedirectOptions = {},
): Redirect<TData> {
  const text = String(location);
  if (!isWebLocation(text)) {
    throw developerError(
      'redirectTo() cannot go there',
      `${JSON.stringify(text)} is not a path or an http(s) URL.`,
      'Pass a path such as "/orders/1".',
      'For a path that came with the request, use `safePath(path, "/")`.',
    );
  }
  // why: without data the type parameter is undefined
  return { [REDIRECT]: true, location: text, data: data as TData, message };
}

export function isRedirect(value: unknown): value is Redirect<unknown> {
  return typeof value === 'object' && value !== null && REDIRECT in value;
}

function isWebLocation(location: string): boolean {
  const url = URL.parse(location, 'http://site.invalid/');
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}
