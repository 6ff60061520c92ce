import type { Redirect } from './redirect-to.js';

const redirects = new WeakMap<object, Redirect<unknown>>();

/** Remembers that a result came with a redirect, without adding to what the caller sees. */
export function noteOutcome<T extends object>(result: T, redirect: Redirect<unknown>): T {
  redirects.set(result, redirect);
  return result;
}

/** The redirect that a result came with. */
export function redirectOf(result: object): Redirect<unknown> | undefined {
  return redirects.get(result);
}
