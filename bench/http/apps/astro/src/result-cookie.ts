import { defineMiddleware } from 'astro:middleware';
import { getActionContext } from 'astro:actions';

const COOKIE = 'action-result';

/** The same by a cookie, the way Astro itself did before version 5: it is neither sealed nor tied to anything. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  const carried = context.cookies.get(COOKIE);
  if (carried !== undefined) {
    const { name, result } = carried.json();
    setActionResult(name, result);
    context.cookies.delete(COOKIE);
    return next();
  }
  if (action?.calledFrom !== 'form') return next();
  const result = serializeActionResult(await action.handler());
  if (result.type === 'error') {
    setActionResult(action.name, result);
    return next();
  }
  context.cookies.set(COOKIE, { name: action.name, result }, { path: '/', httpOnly: true, sameSite: 'lax' });
  return context.redirect(context.url.pathname, 303);
});
