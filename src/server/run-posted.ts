import type { APIContext } from 'astro';
import type { ActionDetails } from './action-definition.js';
import type { ActionError } from './action-error.js';
import { inAction } from './action-names.js';
import { type BodyLimits, readBody } from './body.js';
import type { ActionFunction } from './find-action.js';
import { markAsActionContext } from './internals.js';
import { maskException } from './mask.js';
import { redirectOf } from './outcome.js';
import { limitsOf } from './limits-of.js';
import { limited } from './parse-input.js';
import { readRecord, type FormRecord } from './record.js';
import type { Redirect } from './redirect-to.js';
import { runtime } from './runtime.js';

/** An action that a request asks for. */
export interface PostedAction {
  readonly context: APIContext;
  readonly name: string;
  readonly action: ActionFunction;
  readonly details: ActionDetails;
}

/** What came of it. */
export interface RanAction {
  readonly result: { readonly data: unknown; readonly error: ActionError | undefined };
  readonly redirect: Redirect<unknown> | undefined;
  /** The form's data and record, when a form was posted and could be read. */
  readonly form: FormData | undefined;
  readonly record: FormRecord | undefined;
}

/** Reads the body and runs the action once. Never throws: whatever goes wrong is the result's error. */
export async function runPosted({ context, name, action, details }: PostedAction): Promise<RanAction> {
  let input: unknown;
  try {
    input = await limited(() => readBody(context.request, bodyLimits(details)));
  } catch (error) {
    return {
      result: { data: undefined, error: maskException(error, inAction(name)) },
      redirect: undefined,
      form: undefined,
      record: undefined,
    };
  }
  const form = input instanceof FormData ? input : undefined;
  const read = form === undefined ? undefined : await readRecord(form);
  markAsActionContext(context);
  const result = await action.call(context, input);
  return {
    // why: our actions put nothing but an ActionError there
    result: { data: result.data, error: result.error as ActionError | undefined },
    redirect: redirectOf(result),
    form,
    record: read?.status === 'intact' ? read.record : undefined,
  };
}

function bodyLimits({ limits }: ActionDetails): BodyLimits {
  return { ...limitsOf(limits), bytes: runtime().options.bodySizeLimit };
}
