/**
 * Everything of Astro that this package touches and Astro does not document, in one place.
 * `test/server/canary.test.ts` says what broke when a new minor of Astro breaks it.
 */
import type { APIContext } from 'astro';
import type { SerializedResult } from './serialize.js';

const FETCH_STATE = Symbol.for('astro.fetchState');
const ACTION_CONTEXT = Symbol.for('astro.actionAPIContext');

/** Astro's pattern of the route that answers RPC calls. */
const RPC_ROUTE_PATTERN = '/_actions/[...path]';

/** Astro's pattern of the route that renders a component with `server:defer`. */
const SERVER_ISLAND_PATTERN = '/_server-islands/[name]';

/** Whether the request is for a component with `server:defer`. */
export function isServerIsland({ routePattern }: Partial<Pick<APIContext, 'routePattern'>>): boolean {
  return routePattern === SERVER_ISLAND_PATTERN;
}

/** Whether the request came to Astro's RPC route. */
export function isRpcRoute(context: Partial<Pick<APIContext, 'routePattern'>>): boolean {
  return context.routePattern === RPC_ROUTE_PATTERN;
}

/** Marks a context as one that actions may run on, as Astro's `callAction` does. */
export function markAsActionContext(context: object): void {
  Reflect.set(context, ACTION_CONTEXT, true);
}

/** Whether a value is a context that Astro, or {@link markAsActionContext}, prepared for actions. */
export function isActionContext(value: unknown): value is APIContext {
  return typeof value === 'object' && value !== null && Reflect.get(value, ACTION_CONTEXT) === true;
}

/** Puts another request in the place of the one that page and actions read. */
export function replaceRequest(context: APIContext, request: Request): void {
  context.request = request;
  const state: unknown = Reflect.get(context, FETCH_STATE);
  if (typeof state === 'object' && state !== null) Reflect.set(state, 'request', request);
}

/** The result of an action that has run before any middleware, as Astro serialises it. */
export function earlyResult({ locals }: Pick<APIContext, 'locals'>): SerializedResult | undefined {
  const payload: unknown = Reflect.get(locals, '_actionPayload');
  return (payload as { actionResult: SerializedResult } | undefined)?.actionResult; // why: Astro alone writes there
}

/** The status that Astro's revived error gives the page, whatever status was meant. */
export function revivedStatus(error: { type: string; status: number }): number {
  return error.type === 'AstroActionInputError' ? 400 : error.status;
}
