import { actions as astroActions } from 'astro/actions/runtime/entrypoints/server.js';
import { developerError } from './developer-error.js';
import { isActionContext, markAsActionContext } from './internals.js';
import { createKeep } from './keep.js';
import { currentContext } from './request-state.js';

/**
 * Astro's `actions`, callable on the server too: `await actions.greet({ name: 'Ada' })` in frontmatter, a middleware or
 * an endpoint runs the handler on the request that is being answered.
 */
export const actions: typeof astroActions = callable(astroActions);

/** Own properties that Astro's proxy puts on an action; they are not the names of further actions. */
const parts = new Set<PropertyKey>([
  'queryString',
  'toString',
  'bind',
  'valueOf',
  '$$FORM_ACTION',
  'orThrow',
  'prototype',
]);

// why: Astro types the tree of actions as `any`
// oxlint-disable-next-line no-explicit-any
function callable(target: any): any {
  // Astro makes an action, with its query and all its parts, anew whenever it is asked for one.
  const kept = createKeep<unknown>();
  return new Proxy(target, {
    get(_, key) {
      if (typeof key === 'symbol') return target[key];
      return kept.get(key) ?? kept.set(key, toPart(target[key], key));
    },
    apply: (_, self, args) => Reflect.apply(onContext(target), self, args),
  });
}

function toPart(value: unknown, key: string): unknown {
  if (typeof value !== 'function') return value;
  if (key === 'orThrow') return onContext(value as (...args: unknown[]) => unknown); // why: checked a line above
  return parts.has(key) ? value : callable(value);
}

function onContext(run: (...args: unknown[]) => unknown) {
  return function (this: unknown, ...args: unknown[]): unknown {
    // `run.apply` would be an action of the name "apply": Astro's proxy answers every key.
    if (isActionContext(this)) return Reflect.apply(run, this, args);
    const context = currentContext();
    if (context === undefined) throw calledOutside();
    markAsActionContext(context);
    return Reflect.apply(run, context, args);
  };
}

function calledOutside(): Error {
  return developerError(
    'An action was called outside of a request',
    'there is no request that it could run on.',
    'Call it while a page, an endpoint or a middleware answers a request.',
    'Where you have the context, use `context.callAction(actions.name, input)`.',
  );
}
