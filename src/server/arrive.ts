import type { APIContext } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { readCarried } from './carry/carry.js';
import { revivedStatus } from './internals.js';
import { requestState } from './request-state.js';
import { withStatus } from './respond.js';
import { reviveResult } from './serialize.js';

/** Renders the page that a result was carried to. It is this browser's alone, and is answered with the page's own status. */
export async function showArrival(context: APIContext, id: string, next: () => Promise<Response>): Promise<Response> {
  const carried = await readCarried(context, id);
  if (carried === undefined) return next();
  const { action, record, message, values } = carried;
  const result = reviveResult(carried.result);
  requestState(context).arrival = { action, record, result, message, values };
  getActionContext(context).setActionResult(action, carried.result);

  const response = await next();
  const failed = result.error !== undefined && response.status === revivedStatus(result.error);
  const shown = failed ? withStatus(response, 200) : response;
  shown.headers.set('Cache-Control', 'private, no-cache');
  return shown;
}
