import type { APIContext } from 'astro';
import { requestState } from '../request-state.js';
import { changeHeaders } from '../respond.js';

type WithCookies = Pick<APIContext, 'cookies'>;

/** Runs a handler, and gives the `Set-Cookie` lines that it has added, those of a new session among them. */
export async function noteCookies<T>({ cookies }: WithCookies, run: () => Promise<T>): Promise<[T, string[]]> {
  const before = new Set(cookies.headers());
  const result = await run();
  return [result, [...cookies.headers()].filter((line) => !before.has(line))];
}

/** The answer to a repetition sets the cookies that the first answer set: of a double click, the browser sees one. */
export function repeatCookies(context: Pick<APIContext, 'locals'>, response: Response): Response {
  const { repeatedCookies } = requestState(context);
  if (repeatedCookies.length === 0) return response;
  return changeHeaders(response, (headers) => {
    for (const line of repeatedCookies) headers.append('Set-Cookie', line);
  });
}
