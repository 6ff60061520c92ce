import type { APIContext } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { carryTo } from './carry/carry-to.js';
import { readCarried, type Carried } from './carry/carry.js';
import { revivedStatus } from './internals.js';
import { logError } from './log.js';
import { askAgain } from './once/ask-again.js';
import { ASK_AGAIN } from './once/errors.js';
import { askForPrivacy } from './privacy.js';
import { requestState } from './request-state.js';
import { seeOther, withHeaders, withStatus } from './respond.js';
import { reviveResult } from './serialize.js';
import { messages } from './locale.js';

type Next = () => Promise<Response>;

/**
 * Renders the page that a result was carried to, under the page's own status. It is this browser's alone, also when there
 * is nothing to show: a cache must not hand what another browser saw there to the one that the result is for.
 */
export async function showArrival(context: APIContext, token: string, next: Next): Promise<Response> {
  askForPrivacy(context);
  const carried = await readOrSay(context, token);
  if (carried === undefined) return next();
  if (carried.running === undefined) return show(context, carried, next);

  const asked = await askAgain(carried, carried.running);
  switch (asked.state) {
    case 'running':
      return withHeaders(await show(context, carried, next), { Refresh: String(ASK_AGAIN) });
    case 'succeeded':
      return seeOther(await carryTo(context, asked.location, asked.outcome));
    case 'failed':
      return show(context, asked.carried, next);
    default:
      return asked satisfies never;
  }
}

async function show(context: APIContext, carried: Carried, next: Next): Promise<Response> {
  const { action, record, message, values, key } = carried;
  const result = carried.result && reviveResult(carried.result);
  requestState(context).arrival = { action, record, result, message, values, key };
  if (action !== undefined && carried.result !== undefined)
    getActionContext(context).setActionResult(action, carried.result);

  const response = await next();
  const failed = result?.error !== undefined && response.status === revivedStatus(result.error);
  return failed ? withStatus(response, 200) : response;
}

/** A store that is down keeps nobody from the page; it says that there is something to see later. */
async function readOrSay(context: APIContext, token: string): Promise<Carried | undefined> {
  try {
    return await readCarried(context, token);
  } catch (exception) {
    logError('A carried result could not be read:', exception);
    return { message: messages().unread };
  }
}
