import { defineMiddleware } from 'astro:middleware';
import { getActionContext } from 'astro:actions';

const KEY = 'action-result';

/** Runs an action that a form asks for, and shows its result on the page that the browser is sent to: it waits in the visitor's session. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (action?.calledFrom !== 'form') {
    const carried = await context.session?.get(KEY);
    if (carried !== undefined) {
      setActionResult(carried.name, carried.result);
      context.session?.delete(KEY);
    }
    return next();
  }
  const result = serializeActionResult(await action.handler());
  if (result.type === 'error') {
    setActionResult(action.name, result);
    return next();
  }
  context.session?.set(KEY, { name: action.name, result });
  return context.redirect(context.url.pathname, 303);
});
