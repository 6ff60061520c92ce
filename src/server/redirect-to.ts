import { developerError } from './developer-error.js';
import { toLocation } from './location.js';

const REDIRECT = Symbol('astro-action-forms.redirect');

export interface RedirectOptions {
  /** Text for people, read on the page arrived at with `getMessage(Astro)` and shown by `<FormStatus>`. */
  readonly message?: string;
}

/** What {@link redirectTo} returns. */
export interface Redirect<TData> {
  readonly [REDIRECT]: true;
  /** Normalised, ASCII. */
  readonly location: string;
  readonly data: TData;
  readonly message: string | undefined;
}

/**
 * Ends an action by sending the browser to another page: a 303 after a native post, a navigation by the island.
 * `data` is the action's result; the page arrived at reads it with `Astro.getActionResult()` or `form.result`.
 *
 * @param location A path of this site, as the browser sees it (with `base`), a query or fragment of the same page, or an
 *   absolute `http(s)` URL, which gets neither data nor message. For a path that came with the request, use `safePath()`.
 * @throws AstroError for anything else, also for what only looks like a path: `//host`, `/\host`.
 */
export function redirectTo<TData = undefined>(
  location: string | URL,
  data?: TData,
  { message }: RedirectOptions = {},
): Redirect<TData> {
  const text = String(location);
  const normalised = toLocation(text);
  if (normalised === undefined) {
    throw developerError(
      'redirectTo() cannot go there',
      `${JSON.stringify(text)} is neither a path of this site nor an http(s) URL.`,
      'Pass a path that begins with one slash, such as "/orders/1".',
      'For a path that came with the request, use `safePath(path, "/")`.',
    );
  }
  // why: without data the type parameter is undefined
  return { [REDIRECT]: true, location: normalised, data: data as TData, message };
}

export function isRedirect(value: unknown): value is Redirect<unknown> {
  return typeof value === 'object' && value !== null && REDIRECT in value;
}
