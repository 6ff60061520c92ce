import type { APIContext } from 'astro';
import { ActionError } from './action-error.js';
import { logWarning } from './log.js';
import { hasSenderHeaders, isSafeMethod, judgeSender, type RefusalCause } from './origin-rule.js';
import { adviseOn } from './refusal-advice.js';
import { createNotes } from './notes.js';
import { runtime } from './runtime.js';
import { messages } from './locale.js';
import { withAdvice } from './with-advice.js';

type Guarded = Pick<APIContext, 'request' | 'url'>;

/** Requests that the guard has let pass. */
const vetted = createNotes<Request, true>('vetted');
/** Causes of which the log has been told. */
const told = new Set<RefusalCause>();

/** Lets a request pass that is the copy of another one, if that one has been let pass. */
export function vetCopy(copy: Request, original: Request): void {
  if (vetted.get(original)) vetted.set(copy, true);
}

/**
 * Refuses an unsafe request from a sender who may not post here. Reads headers only.
 * @param options.api Whether senders without any of the headers are let in (`api: true` on an action).
 * @returns The refusal, or undefined when the request may go on.
 */
export function refusal({ request, url }: Guarded, { api = false } = {}): ActionError | undefined {
  if (vetted.get(request) || isSafeMethod(request.method)) return undefined;
  const { headers, method } = request;
  if (api && !hasSenderHeaders(headers)) return undefined;
  const { trustedOrigins } = runtime().options;
  const verdict = judgeSender({ headers, url }, trustedOrigins);
  if (verdict.allowed) {
    vetted.set(request, true);
    return undefined;
  }
  const advice = adviseOn(verdict.cause, method, { headers, url });
  tell(verdict.cause, advice);
  return new ActionError({ code: 'FORBIDDEN', message: withAdvice(messages().forbidden, advice) });
}

/** Whether an unsafe request comes from a program that says nothing of itself, and is here for an `api: true` action. */
export function isProgram({ request }: Pick<Guarded, 'request'>): boolean {
  return !isSafeMethod(request.method) && !vetted.get(request) && !hasSenderHeaders(request.headers);
}

/** In production once for each cause: a proxy that is set up wrongly shows, and strangers cannot fill the log. */
function tell(cause: RefusalCause, advice: string): void {
  if (told.has(cause) && !runtime().options.dev) return;
  told.add(cause);
  logWarning(advice);
}
