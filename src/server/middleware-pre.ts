import type { APIContext, MiddlewareHandler, MiddlewareNext } from 'astro';
import { bodyTooLarge, BodyTooLargeError } from './body-errors.js';
import { boundRequest } from './body.js';
import { discardUnread } from './discard.js';
import { passGate } from './gate.js';
import { vetCopy } from './guard.js';
import { replaceRequest } from './internals.js';
import { runWithContext } from './request-state.js';
import { errorResponse } from './respond.js';
import { runtime } from './runtime.js';

/**
 * Runs before the app's own middleware: refuses requests from elsewhere before a byte of them is read, bounds the bodies
 * that actions read, and makes the context known to actions that are called directly.
 */
export const onRequest: MiddlewareHandler = (context, next) =>
  context.isPrerendered ? next() : runWithContext(context, () => answer(context, next));

async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const passage = await passGate(context);
  if (passage.refused !== undefined) return passage.refused;

  const { request } = context;
  if (passage.named !== undefined && request.body !== null) {
    const bounded = boundRequest(request, passage.details?.limits?.bytes ?? runtime().options.bodySizeLimit);
    vetCopy(bounded, request);
    replaceRequest(context, bounded);
  }
  const response = await answerTooLarge(next);
  discardUnread(context.request);
  return response;
}

/** Middleware and page may read a body too, and need not know its limit: past it, they fail as the action does. */
async function answerTooLarge(next: MiddlewareNext): Promise<Response> {
  try {
    return await next();
  } catch (exception) {
    if (!(exception instanceof BodyTooLargeError)) throw exception;
    return errorResponse(bodyTooLarge(exception.limit));
  }
}
