import { FetchState } from 'astro/fetch';
import { passGate } from './gate.js';

/** What `src/fetch.ts` exports. */
interface Fetchable {
  fetch(request: Request, ...more: unknown[]): Response | Promise<Response>;
}

/**
 * The app's own request handler, behind the guard. Such a handler may run actions or pages before any middleware, or
 * without: what is on-demand of Astro's is judged here first. Routes that the handler itself answers are its own.
 */
export function guardFetch(handler: Fetchable): Fetchable {
  return {
    async fetch(request, ...more) {
      return (await refusalOf(request)) ?? handler.fetch(request, ...more);
    },
  };
}

async function refusalOf(request: Request): Promise<Response | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  // A copy without the body: Astro's state may take the request that it is made of apart.
  const { url, routeData } = new FetchState(
    new Request(request.url, { method: request.method, headers: request.headers }),
  );
  if (routeData === undefined || routeData.prerender || routeData.route === '/404') return undefined;
  return (await passGate({ request, url, routePattern: routeData.route })).refused;
}
