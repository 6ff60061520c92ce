import type { APIContext, MiddlewareHandler } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { RESULT_QUERY } from '../shared/wire.js';
import { detailsOf } from './action-definition.js';
import { ActionError } from './action-error.js';
import { showArrival } from './arrive.js';
import { findAction } from './find-action.js';
import { refusal } from './guard.js';
import { answerNative, showFailure } from './native.js';
import { requestState } from './request-state.js';
import { errorResponse } from './respond.js';
import { answerRpc } from './rpc.js';
import { runtime } from './runtime.js';

/**
 * Runs after the app's own middleware, so that `locals` are set: runs the action that was posted, and shows a result that
 * was carried here. Actions that were not made by our `defineAction` are left to Astro.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if (context.isPrerendered) return next();
  const state = requestState(context);
  state.actions = await runtime().load();

  const { action: call } = getActionContext(context);
  if (call === undefined) {
    const id = context.url.searchParams.get(RESULT_QUERY);
    return id === null ? next() : showArrival(context, id, next);
  }

  const name = call.name.replace(/\/$/, '');
  const action = findAction(state.actions, name);
  if (action === undefined) return answerUnknown(context, call.calledFrom, name, next);
  const details = detailsOf(action);
  if (details === undefined) return next();

  const refused = refusal(context, details);
  if (refused !== undefined) return errorResponse(refused);
  const posted = { context, name, action, details };
  return call.calledFrom === 'rpc' ? answerRpc(posted) : answerNative(posted, next);
};

function answerUnknown(
  context: APIContext,
  calledFrom: 'rpc' | 'form',
  name: string,
  next: () => Promise<Response>,
): Response | Promise<Response> {
  const error = new ActionError({ code: 'NOT_FOUND', message: 'There is no such action.' });
  return calledFrom === 'rpc' ? errorResponse(error) : showFailure(context, name, error, next);
}
