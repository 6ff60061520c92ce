import type { APIContext, MiddlewareHandler } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { RESULT_QUERY } from '../shared/wire-result.js';
import { detailsOf } from './action-definition.js';
import { ActionError } from './action-error.js';
import { showArrival } from './arrive.js';
import { asksForCheck } from './asked-fields.js';
import { noForm } from './check-fields.js';
import { sayEncoding } from './encoding-header.js';
import { findAction } from './find-action.js';
import { isProgram, refusal } from './guard.js';
import { earlyResult } from './internals.js';
import { answerUnloadable, loadActions } from './load-actions.js';
import { messages } from './locale.js';
import { namedAction, type NamedAction } from './named-action.js';
import { answerNative, showFailure, type Next } from './native.js';
import { repeatCookies } from './once/cookies.js';
import { keepPrivate } from './privacy.js';
import { requestState } from './request-state.js';
import { errorResponse, resultResponse } from './respond.js';
import { answerRpc } from './rpc.js';
import { emptySpool } from './uploads/request-spool.js';
import { withAdvice } from './with-advice.js';

/**
 * Runs after the app's own middleware, so that `locals` are set: runs the action that was posted, shows a result that was
 * carried here, and says how the page is encoded. Actions that were not made by our `defineAction` are left to Astro.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if (context.isPrerendered) return next();
  // An error page is rendered on the same request, and asks anew.
  requestState(context).privacy = 'unasked';
  try {
    return repeatCookies(context, keepPrivate(context, sayEncoding(await answer(context, next))));
  } finally {
    const emptied = emptySpool(context);
    if (emptied !== undefined) await emptied;
  }
};

async function answer(context: APIContext, next: Next): Promise<Response> {
  const state = requestState(context);
  const named = namedAction(context);
  try {
    state.actions = await loadActions();
  } catch (exception) {
    return answerUnloadable(exception, named);
  }
  if (named === undefined || !isRunByPost(context)) return answerPage(context, next);

  const { name, calledFrom } = named;
  const action = findAction(state.actions, name);
  if (action === undefined) return answerUnknown(context, named, next);
  const details = detailsOf(action);
  const refused = refusal(context, { api: details?.api === true });
  if (refused !== undefined) return errorResponse(refused);
  if (details === undefined)
    return calledFrom === 'rpc' && asksForCheck(context.request) ? errorResponse(noForm()) : next();
  const posted = { context, name, action, details };
  return calledFrom === 'rpc' ? answerRpc(posted) : answerNative(posted, next);
}

/** Whether an action is still to be run: an app with its own `src/fetch.ts` may have done that before any middleware. */
function isRunByPost(context: APIContext): boolean {
  return getActionContext(context).action !== undefined;
}

function answerPage(context: APIContext, next: Next): Response | Promise<Response> {
  const result = earlyResult(context);
  // No page or endpoint runs for a program that was let in for the sake of the action alone.
  if (result !== undefined && isProgram(context)) return resultResponse(result);
  const id = context.url.searchParams.get(RESULT_QUERY);
  return id === null ? next() : showArrival(context, id, next);
}

function answerUnknown(
  context: APIContext,
  { name, calledFrom }: NamedAction,
  next: Next,
): Response | Promise<Response> {
  // Whoever had a page open while the site was renewed sends a form that is known no more.
  const message = withAdvice(messages().formOutdated, 'There is no such action.');
  const error = new ActionError({ code: 'NOT_FOUND', message });
  return calledFrom === 'rpc' ? errorResponse(error) : showFailure(context, name, error, next);
}
