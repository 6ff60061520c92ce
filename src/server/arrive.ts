import type { APIContext } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { readCarried, type Carried } from './carry/carry.js';
import { revivedStatus } from './internals.js';
import { logError } from './log.js';
import { requestState } from './request-state.js';
import { withStatus } from './respond.js';
import { runtime } from './runtime.js';
import { reviveResult } from './serialize.js';

/**
 * Renders the page that a result was carried to, under the page's own status. It is this browser's alone, also when there
 * is nothing to show: a cache must not hand what another browser saw there to the one that the result is for.
 */
export async function showArrival(
  context: APIContext,
  token: string,
  next: () => Promise<Response>,
): Promise<Response> {
  const carried = await readOrSay(context, token);
  if (carried === undefined) return asPrivate(await next());
  const { action, record, message, values } = carried;
  const result = carried.result && reviveResult(carried.result);
  requestState(context).arrival = { action, record, result, message, values };
  if (action !== undefined && carried.result !== undefined)
    getActionContext(context).setActionResult(action, carried.result);

  const response = await next();
  const failed = result?.error !== undefined && response.status === revivedStatus(result.error);
  return asPrivate(failed ? withStatus(response, 200) : response);
}

/** A store that is down keeps nobody from the page; it says that there is something to see later. */
async function readOrSay(context: APIContext, token: string): Promise<Carried | undefined> {
  try {
    return await readCarried(context, token);
  } catch (exception) {
    logError('A carried result could not be read:', exception);
    return { message: runtime().messages.unread };
  }
}

function asPrivate(response: Response): Response {
  // Headers of what a page has fetched, or made by `Response.redirect()`, cannot be changed.
  const headers = new Headers(response.headers);
  if (!/\bno-store\b/i.test(headers.get('Cache-Control') ?? '')) headers.set('Cache-Control', 'private, no-cache');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
