import type { APIContext } from 'astro';
import type { ActionDetails } from './action-definition.js';
import type { ActionError } from './action-error.js';
import { inAction } from './action-names.js';
import { admit } from './admit.js';
import { asksForCheck } from './asked-fields.js';
import { readBody } from './body.js';
import { bodyLimits } from './body-limits.js';
import { noteUnread } from './discard.js';
import type { ActionFunction } from './find-action.js';
import { markAsActionContext } from './internals.js';
import { maskException } from './mask.js';
import { redirectOf } from './outcome.js';
import { limited } from './parse-input.js';
import { INTENT_FIELD } from '../shared/wire.js';
import { readRecord, type FormRecord } from './record.js';
import type { Redirect } from './redirect-to.js';
import { dropKept, notePoster } from './uploads/posted-files.js';
import { spoolOf } from './uploads/request-spool.js';

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
  /** A button of the page asked for an edit: the action has not run. */
  readonly intent?: string;
  /** A guard has refused the call: nobody has looked at what was sent. */
  readonly isRefused?: boolean;
}

/** How an action was called: by a form that the browser posted by itself, or by a script. */
export type CalledBy = 'native' | 'rpc';

/**
 * Asks the action's guards, reads the body, and runs the action once. Never throws: whatever goes wrong is the result's
 * error.
 */
export async function runPosted(posted: PostedAction, calledBy: CalledBy): Promise<RanAction> {
  const { context, name, action, details } = posted;
  markAsActionContext(context);
  let own: object;
  try {
    own = await admit(context, action, details.guards);
  } catch (exception) {
    return refused(posted, maskException(exception, inAction(name)), calledBy);
  }
  let read: ReadPost;
  try {
    read = await readPost(posted);
  } catch (exception) {
    noteUnread(context.request);
    return { ...nothingRead, result: failed(maskException(exception, inAction(name))), redirect: undefined };
  }
  // No page shows the form of an action that takes JSON.
  const intent = calledBy === 'native' && details.accept === 'form' ? read.form?.get(INTENT_FIELD) : undefined;
  if (typeof intent === 'string') {
    return { ...read, intent, result: { data: undefined, error: undefined }, redirect: undefined };
  }
  const result = await action.call(own, read.input);
  if (result.error === undefined && read.form !== undefined && !asksForCheck(context.request))
    await dropKept(read.form);
  return {
    // why: our actions put nothing but an ActionError there
    result: { data: result.data, error: result.error as ActionError | undefined },
    redirect: redirectOf(result),
    form: read.form,
    record: read.record,
  };
}

interface ReadPost {
  readonly input: unknown;
  readonly form: FormData | undefined;
  readonly record: FormRecord | undefined;
}

const nothingRead = { form: undefined, record: undefined };

async function readPost({ context, name, details }: PostedAction): Promise<ReadPost> {
  const input = await limited(() => readBody(context.request, bodyLimits(details), () => spoolOf(context)));
  if (!(input instanceof FormData)) return { input, ...nothingRead };
  const read = readRecord(input);
  const record = read.status === 'intact' ? read.record : undefined;
  notePoster(input, { context, action: record?.action ?? name });
  return { input, form: input, record };
}

/**
 * What a guard has refused before the body was read. The page of a native post is shown again, and what was typed with it:
 * for that the form is read all the same, unless the refusal says otherwise.
 */
async function refused(posted: PostedAction, error: ActionError, calledBy: CalledBy): Promise<RanAction> {
  const redirect = redirectOf(error);
  // What is done once keeps its key with what was typed: sent again, it is no second submission.
  const { keepValues = error.code !== 'TOO_MANY_REQUESTS' || posted.details.once !== undefined } = error;
  const kept = { ...nothingRead, result: failed(error), redirect, isRefused: true };
  if (calledBy === 'rpc' || redirect !== undefined || !keepValues) {
    noteUnread(posted.context.request);
    return kept;
  }
  try {
    const { form, record } = await readPost(posted);
    return { ...kept, form, record };
  } catch {
    // A body that cannot be read has nothing to show again; why the guard refused is what has to be said.
    noteUnread(posted.context.request);
    return kept;
  }
}

function failed(error: ActionError) {
  return { data: undefined, error };
}
