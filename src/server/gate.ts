import type { APIContext } from 'astro';
import { detailsOf, type ActionDetails } from './action-definition.js';
import type { ActionError } from './action-error.js';
import { discardBody } from './discard.js';
import { findAction } from './find-action.js';
import { refusal } from './guard.js';
import { answerUnloadable, loadActions } from './load-actions.js';
import { namedAction, type NamedAction } from './named-action.js';
import { hasSenderHeaders, isSafeMethod } from './origin-rule.js';
import { programError } from './program-error.js';
import { errorResponse } from './respond.js';
import { runtime } from './runtime.js';

/** What of a context the gate looks at. */
export type AtGate = Pick<APIContext, 'request' | 'url' | 'routePattern'>;

/** The answer to a request that may not go on; else the action that it names, and what is known of it. */
export type Passage =
  | { readonly refused: Response }
  | {
      readonly refused: undefined;
      readonly named: NamedAction | undefined;
      readonly details: ActionDetails | undefined;
    };

/**
 * Decides by a request's head alone whether it may go on: actions are run by POST, and unsafe requests come from who may
 * send them. Nothing of a body is read; that of a refused request is thrown away.
 */
export async function passGate(context: AtGate): Promise<Passage> {
  const { request } = context;
  const named = namedAction(context);
  const isSafe = isSafeMethod(request.method);
  if (named !== undefined && request.method !== 'POST' && (named.calledFrom === 'rpc' || !isSafe)) {
    return refuse(request, programError('METHOD_NOT_ALLOWED', 'Actions are run by POST.'), {
      Allow: 'POST',
    });
  }
  if (isSafe) return { refused: undefined, named, details: undefined };

  const isNameless = !hasSenderHeaders(request.headers);
  // Whether a caller without any sender header is let in is the action's to say (`api: true`): it has to be loaded first.
  const refused = isNameless && named !== undefined ? undefined : refusesSender(context, named, false);
  if (refused !== undefined) return refuse(request, refused);
  if (named === undefined) return { refused: undefined, named, details: undefined };

  let details: ActionDetails | undefined;
  try {
    details = detailsOf(findAction(await loadActions(), named.name));
  } catch (exception) {
    return { refused: answerUnloadable(exception, named) };
  }
  const late = isNameless ? refusesSender(context, named, details?.api === true) : undefined;
  return late === undefined ? { refused: undefined, named, details } : refuse(request, late);
}

/** With `csrf: 'astro'`, what is no action is Astro's own to judge. */
function refusesSender(context: AtGate, named: NamedAction | undefined, api: boolean): ActionError | undefined {
  if (named === undefined && runtime().options.csrf === 'astro') return undefined;
  return refusal(context, { api });
}

function refuse(request: Request, error: ActionError, headers: Record<string, string> = {}): Passage {
  void discardBody(request.body);
  return { refused: errorResponse(error, headers) };
}
