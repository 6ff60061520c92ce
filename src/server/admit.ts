import type { ActionAPIContext } from 'astro/actions/runtime/entrypoints/server.js';
import type { ActionContext, InvalidFields, InvalidOptions } from './action-definition.js';
import { ActionError } from './action-error.js';
import type { ActionGuard } from './action-guard.js';
import { developerError } from './developer-error.js';
import { noteOutcome } from './outcome.js';
import { isRedirect, type Redirect } from './redirect-to.js';
import { messages } from './locale.js';

/** The contexts that guards have let pass, and to which action. */
const admitted = new WeakMap<object, object>();

/**
 * Asks an action's guards, each once for every call, and gives the context that its handler gets: Astro's, `invalid()`, and
 * what the guards have added. A context that they have let pass to this action already is given back.
 *
 * @throws ActionError when one refuses. With `redirectTo()` the error carries the redirect.
 */
export async function admit(
  context: ActionAPIContext,
  action: object,
  guards: readonly ActionGuard[],
): Promise<ActionContext<unknown>> {
  // why: Object.create is untyped; what is noted here was made here
  if (admitted.get(context) === action) return context as ActionContext<unknown>;
  if (guards.length === 0) return withInvalid(context);
  const own = Object.create(context, { invalid: { value: invalid } }) as ActionContext<unknown>;
  for (const guard of guards) add(own, context, await answerOf(guard, own));
  admitted.set(own, action);
  return own;
}

/**
 * Where nothing of one action's own is added, Astro's context itself: V8 takes longer to make it the prototype of another
 * object than Zod takes for a form.
 */
function withInvalid(context: ActionAPIContext): ActionContext<unknown> {
  if (!('invalid' in context)) Object.defineProperty(context, 'invalid', { value: invalid });
  return context as ActionContext<unknown>; // why: it has `invalid` by the line above
}

/** An error with messages beside fields. `ctx.invalid` is its typed form. */
function invalid(fields: InvalidFields<unknown>, { code = 'BAD_REQUEST', message }: InvalidOptions = {}): ActionError {
  return new ActionError({ code, fields, ...(message !== undefined && { message }) });
}

async function answerOf(guard: ActionGuard, context: ActionAPIContext): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await guard(context);
  } catch (thrown) {
    throw isRedirect(thrown) ? refusedTo(thrown) : thrown;
  }
  if (isRedirect(answer)) throw refusedTo(answer);
  if (answer instanceof ActionError) throw answer;
  return answer;
}

/** Whoever cannot be sent on, such as a caller in frontmatter, is told by the error. */
function refusedTo(redirect: Redirect<unknown>): ActionError {
  const error = new ActionError({ code: 'UNAUTHORIZED', message: redirect.message ?? messages().notYet });
  return noteOutcome(error, redirect);
}

/** What is no addition must not pass for consent: `return false` was meant as a refusal. */
function add(own: object, context: object, answer: unknown): void {
  if (answer === undefined) return;
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer) || answer instanceof Response)
    throw noAddition(answer);
  for (const [key, value] of Object.entries(answer)) {
    if (key in context || key === 'invalid') throw hides(key);
    Object.defineProperty(own, key, { value, enumerable: true, configurable: true });
  }
}

function noAddition(answer: unknown): Error {
  return developerError(
    'A guard in `use` gave something that it cannot add',
    `it returned ${kindOf(answer)}; the action was not run.`,
    'To refuse, throw or return an `ActionError`, or `redirectTo(path)`.',
    'To add to the context, return an object. To do neither, return nothing.',
  );
}

function kindOf(answer: unknown): string {
  if (answer instanceof Response) return 'a Response';
  if (Array.isArray(answer)) return 'a list';
  return answer === null || typeof answer === 'boolean' ? String(answer) : `a ${typeof answer}`;
}

function hides(key: string): Error {
  return developerError(
    'A guard in `use` would hide a part of the context',
    `it added "${key}", and \`ctx.${key}\` is there already; the action was not run.`,
    'Give what the guard adds another name.',
  );
}
