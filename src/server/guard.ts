import type { APIContext } from 'astro';
import { ActionError } from './action-error.js';
import { isSafeMethod, judgeSender } from './origin-rule.js';
import { runtime } from './runtime.js';

type Guarded = Pick<APIContext, 'request' | 'url'>;

/** Requests that the guard has let pass. */
const vetted = new WeakSet<Request>();

/** Notes that a request is a copy of one that the guard has let pass. */
export function markVetted(request: Request): void {
  vetted.add(request);
}

/**
 * Refuses an unsafe request from a sender who may not post here. Reads headers only.
 * @param options.api Whether senders without any of the headers are let in (`api: true` on an action).
 * @returns The refusal, or undefined when the request may go on.
 */
export function refusal({ request, url }: Guarded, { api = false } = {}): ActionError | undefined {
  if (vetted.has(request) || isSafeMethod(request.method)) return undefined;
  const { trustedOrigins, dev } = runtime().options;
  if (api && !hasSenderHeaders(request.headers)) return undefined;
  const verdict = judgeSender({ method: request.method, headers: request.headers, url }, trustedOrigins);
  if (verdict.allowed) {
    vetted.add(request);
    return undefined;
  }
  const hint = ` This ${request.method} was refused because ${verdict.reason}. If that sender is yours, add its origin to \`trustedOrigins\` of actionForms(), or set \`security.allowedDomains\` behind a proxy.`;
  return new ActionError({ code: 'FORBIDDEN', message: runtime().messages.forbidden + (dev ? hint : '') });
}

/** Whether the request says anything about where it comes from. A browser's always does. */
export function hasSenderHeaders(headers: Headers): boolean {
  return headers.has('sec-fetch-site') || headers.has('origin') || headers.has('referer');
}
