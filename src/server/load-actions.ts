import type { Later } from './after.js';
import { noteNames } from './action-names.js';
import { maskException } from './mask.js';
import type { NamedAction } from './named-action.js';
import { errorResponse } from './respond.js';
import { runtime, type ActionTree } from './runtime.js';

const loaded = new WeakMap<object, ActionTree>();

/**
 * The app's actions. They are imported once; in dev every time, since they change under the server.
 *
 * @throws whatever src/actions throws while it is loaded.
 */
export function loadActions(): Later<ActionTree> {
  const { load, options } = runtime();
  return (options.dev ? undefined : loaded.get(load)) ?? loadAnew(load);
}

async function loadAnew(load: () => Promise<ActionTree>): Promise<ActionTree> {
  const tree = await load();
  noteNames(tree);
  loaded.set(load, tree);
  return tree;
}

/**
 * What a request gets when src/actions could not be loaded: a call of an action an error, a page Astro's 500. In dev a
 * page shows the exception itself, in production no more than its id can reach the site's 500 page.
 *
 * @throws the exception, for pages.
 */
export function answerUnloadable(exception: unknown, named: NamedAction | undefined): Response {
  if (named?.calledFrom !== 'rpc' && runtime().options.dev) throw exception;
  const masked = maskException(exception, 'src/actions, while it was loaded');
  if (named?.calledFrom === 'rpc') return errorResponse(masked);
  throw masked;
}
