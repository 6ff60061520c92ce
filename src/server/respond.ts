import { serializeError, type SerializedResult } from './serialize.js';
import type { ActionError } from './action-error.js';

/** A result as a response, in the form that Astro's RPC client and the island read. */
export function resultResponse(result: SerializedResult, headers: Record<string, string> = {}): Response {
  if (result.type === 'empty') return new Response(null, { status: result.status, headers });
  return new Response(result.body, {
    status: result.status,
    headers: { 'Content-Type': result.contentType, 'Cache-Control': 'no-store', ...headers },
  });
}

/** An error as a response of its own, where there is no page to show it. */
export function errorResponse(error: ActionError, headers: Record<string, string> = {}): Response {
  return resultResponse(serializeError(error), { ...retryHeader(error), ...headers });
}

/** When another attempt makes sense, where the error says so. */
export function retryHeader({ retryAfter }: ActionError): Record<string, string> {
  if (retryAfter === undefined || !Number.isFinite(retryAfter)) return {};
  return { 'Retry-After': String(Math.max(0, Math.ceil(retryAfter))) };
}

/** Sends the browser on by a GET. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** A page under the status that was meant, where Astro's revived error has given it another. Headers and cookies stay. */
export function withStatus(response: Response, status: number): Response {
  if (response.status === status) return response;
  return new Response(response.body, { status, headers: response.headers });
}

/** A page that shows an error, under the error's status. */
export function withError(response: Response, error: ActionError): Response {
  return withHeaders(withStatus(response, error.status), retryHeader(error));
}

/** The response with headers set. */
export function withHeaders(response: Response, headers: Record<string, string>): Response {
  return changeHeaders(response, (own) => {
    for (const [name, value] of Object.entries(headers)) own.set(name, value);
  });
}

/** The response with its headers changed; a copy of it where they cannot be, as on what was fetched from elsewhere. */
export function changeHeaders(response: Response, change: (headers: Headers) => void): Response {
  try {
    change(response.headers);
    return response;
  } catch {
    const { status, statusText, headers } = response;
    const copy = new Response(response.body, { status, statusText, headers });
    change(copy.headers);
    return copy;
  }
}
