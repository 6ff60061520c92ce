import type { APIContext } from 'astro';
import { ACTION_QUERY, RPC_SEGMENT } from '../shared/wire.js';
import { isRpcRoute } from './internals.js';

/** The action that a request names. Whether there is one of that name is another question. */
export interface NamedAction {
  readonly name: string;
  readonly calledFrom: 'rpc' | 'form';
}

/** Reads which action a URL names, as Astro does: the path below its RPC route, else `?_action=` of any page. */
export function namedAction(context: Pick<APIContext, 'url' | 'routePattern'>): NamedAction | undefined {
  const { pathname, searchParams } = context.url;
  if (isRpcRoute(context)) {
    const start = pathname.lastIndexOf(`/${RPC_SEGMENT}/`) + RPC_SEGMENT.length + 2;
    return { name: withoutSlash(pathname.slice(start)), calledFrom: 'rpc' };
  }
  const name = searchParams.get(ACTION_QUERY);
  return name === null || name === '' ? undefined : { name: withoutSlash(name), calledFrom: 'form' };
}

function withoutSlash(name: string): string {
  return name.replace(/\/$/, '');
}
