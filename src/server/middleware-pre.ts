import type { APIContext, MiddlewareHandler } from 'astro';
import { ACTION_QUERY } from '../shared/wire.js';
import { boundRequest } from './body.js';
import { discardBody } from './discard.js';
import { hasSenderHeaders, markVetted, refusal } from './guard.js';
import { isRpcRoute, replaceRequest } from './internals.js';
import { errorResponse } from './respond.js';
import { runWithContext } from './request-state.js';
import { runtime } from './runtime.js';
import { ActionError } from './action-error.js';
import { isSafeMethod } from './origin-rule.js';

/**
 * Runs before the app's own middleware: refuses requests from elsewhere before a byte of them is read, bounds the bodies
 * that actions read, and makes the context known to actions that are called directly.
 */
export const onRequest: MiddlewareHandler = (context, next) => {
  if (context.isPrerendered) return next();
  const toAction = isRpcRoute(context) || context.url.searchParams.has(ACTION_QUERY);
  const { request } = context;

  if (toAction && request.method !== 'POST' && (isRpcRoute(context) || !isSafeMethod(request.method))) {
    return refuse(request, new ActionError({ code: 'METHOD_NOT_ALLOWED', message: 'Actions are run by POST.' }), {
      Allow: 'POST',
    });
  }
  const refused = refuses(context, toAction);
  if (refused !== undefined) return refuse(request, refused);

  if (toAction && request.body !== null) {
    const bounded = boundRequest(request, runtime().options.bodySizeLimit);
    if (hasSenderHeaders(request.headers)) markVetted(bounded);
    replaceRequest(context, bounded);
  }
  return runWithContext(context, next);
};

/** With `csrf: 'astro'`, what is no action is Astro's own to judge. */
function refuses(context: APIContext, toAction: boolean): ActionError | undefined {
  if (!toAction && runtime().options.csrf === 'astro') return undefined;
  // Whether a caller without any sender header is let in is the action's to say (`api: true`).
  return refusal(context, { api: toAction && !hasSenderHeaders(context.request.headers) });
}

function refuse(request: Request, error: ActionError, headers: Record<string, string> = {}): Response {
  void discardBody(request.body);
  return errorResponse(error, headers);
}
