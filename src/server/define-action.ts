import type { defineAction as astroDefineAction, ActionAPIContext } from 'astro/actions/runtime/entrypoints/server.js';
import { readSchema } from '../schema/node.js';
import { ActionError } from './action-error.js';
import type { ActionGuard, GuardsInOrder } from './action-guard.js';
import { placeOf } from './action-names.js';
import { admit } from './admit.js';
import {
  withDetails,
  type ActionContext,
  type ActionDetails,
  type ActionDefinition,
  type OutputData,
  type Schema,
} from './action-definition.js';
import { assertLimits, toGuards } from './definition-checks.js';
import { askedFields } from './asked-fields.js';
import { checkFields } from './check-fields.js';
import { developerError } from './developer-error.js';
import { refusal } from './guard.js';
import { isActionContext } from './internals.js';
import { maskException } from './mask.js';
import { noteOutcome, redirectOf } from './outcome.js';
import { openAttempt } from './once/attempt.js';
import { runOnce } from './once/run-once.js';
import { toKeptSeconds } from './once/options.js';
import { parseFormInput, parseJsonInput, submittedValues } from './parse-input.js';
import { isSafeMethod } from './origin-rule.js';
import { isRedirect } from './redirect-to.js';
import { toSubmittedRows } from './row-numbers.js';
import { runtime } from './runtime.js';

/** Astro's own client type, so that `Astro.getActionResult` and `Astro.callAction` take it. */
type Client<TOutput, TAccept extends 'form' | 'json' | undefined, TSchema extends Schema | undefined> = ReturnType<
  typeof astroDefineAction<OutputData<TOutput>, TAccept, TSchema>
>;

/**
 * Defines an action: a schema, a handler, and from them parsing, types, constraints and error messages.
 * A strict superset of Astro's `defineAction`: it also checks who is posting, reads any form into the schema's shape,
 * takes `redirectTo()` and a returned `ActionError` as results, gives the handler `ctx.invalid()`, and keeps the text of
 * unexpected exceptions from the client.
 *
 * @throws AstroError when the schema holds a kind that no form can send, or a reserved field name.
 */
export function defineAction<
  TOutput,
  TAccept extends 'form' | 'json' | undefined = undefined,
  TSchema extends Schema | undefined = TAccept extends 'form'
    ? Schema & { _zod: { input: FormData; output: FormData } }
    : undefined,
  const TGuards extends readonly ActionGuard[] = readonly ActionGuard[],
>(
  definition: ActionDefinition<TOutput, TAccept, TSchema, TGuards> & GuardsInOrder<TGuards>,
): Client<TOutput, TAccept, TSchema> {
  const { accept, input: schema, handler, api = false, limits } = definition;
  const guards = toGuards(definition.use);
  assertLimits(limits);
  if (accept === 'form' && schema !== undefined) assertReadable(schema);
  const once = toKeptSeconds(definition);
  const details: ActionDetails = { accept: accept ?? 'json', schema, limits, api, guards, once };
  const parse = accept === 'form' ? parseFormInput : parseJsonInput;

  async function run(context: ActionAPIContext, input: unknown): Promise<unknown> {
    const refused = refusal(context, { api });
    if (refused !== undefined) throw refused;
    if (accept === 'form' && isSafeMethod(context.request.method)) warnOfRead();
    const own = await admit(context, action, guards);
    const asked = askedFields(context, action);
    if (asked !== undefined) return checkFields(input, asked, details);
    const validate = () => parse(schema, input, limits);
    const attempt = once === undefined ? undefined : await openAttempt({ context: own, action, input, keep: once });
    if (attempt === undefined) return handle(own, input, await validate());
    return runOnce(attempt, validate, (parsed) => handle(own, input, parsed));
  }

  async function handle(own: ActionContext<unknown>, input: unknown, parsed: unknown): Promise<unknown> {
    try {
      const output = await (handler as Handler)(parsed, own); // why: parsed is the schema's output
      if (output instanceof ActionError) throw output;
      return output;
    } catch (error) {
      const values = error instanceof ActionError ? submittedValues(input) : undefined;
      throw values === undefined ? error : toSubmittedRows(error as ActionError, values); // why: checked a line above
    }
  }

  async function action(this: unknown, input: unknown) {
    const context = requireContext(this);
    try {
      const output = await run(context, input);
      if (!isRedirect(output)) return { data: output, error: undefined };
      return noteOutcome({ data: output.data, error: undefined }, output);
    } catch (exception) {
      const error = maskException(exception, placeOf(action));
      const redirect = redirectOf(error);
      const result = { data: undefined, error };
      return redirect === undefined ? result : noteOutcome(result, redirect);
    }
  }

  async function orThrow(this: unknown, input: unknown) {
    const context = requireContext(this);
    try {
      const output = await run(context, input);
      return isRedirect(output) ? output.data : output;
    } catch (error) {
      throw maskException(error, placeOf(action));
    }
  }

  Object.assign(action, { orThrow });
  withDetails(action, details);
  // why: `queryString` and the inference key are put there by Astro's proxy and types
  return action as unknown as Client<TOutput, TAccept, TSchema>;
}

type Handler = (input: unknown, context: ActionContext<unknown>) => unknown;

function requireContext(context: unknown): ActionAPIContext {
  if (isActionContext(context)) return context;
  throw developerError(
    'An action was called outside of a request',
    'the functions in `server` of src/actions run on a request only.',
    'Call it through `actions` of "astro:actions", in a page, a middleware or an endpoint.',
    'In a test, use `submit(server.name, { form })` of "astro-action-forms/testing".',
  );
}

/** A form action changes something; a GET may be repeated, prefetched and come from anywhere. */
function warnOfRead(): void {
  if (!runtime().options.dev) return;
  console.warn(
    '[astro-action-forms] A form action was called directly while a GET was answered. Direct calls are for reads: prefetching and reloading the page run it again.',
  );
}

function assertReadable(schema: Schema): void {
  try {
    readSchema(schema);
  } catch (error) {
    // a `z.lazy()` that names a schema further down in the module is read with the first form
    if (error instanceof ReferenceError) return;
    throw developerError(
      'This action cannot be used with a form',
      error instanceof Error ? error.message : String(error),
      'Take the field out of `input`, or give it a kind that a form can send.',
      'Without `accept: "form"` the action takes JSON.',
    );
  }
}
