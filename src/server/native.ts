import type { APIContext } from 'astro';
import { getActionContext } from 'astro/actions/runtime/entrypoints/server.js';
import { hasFiles } from '../schema/control.js';
import { readSchema } from '../schema/node.js';
import { parseIntent } from '../shared/intent.js';
import type { FormIssue } from '../shared/issue.js';
import type { RawValues } from '../submission/values.js';
import { detailsOf, type ActionDetails } from './action-definition.js';
import { issuesOf, type ActionError } from './action-error.js';
import { inAction } from './action-names.js';
import { carryMessage, carryTo, carryWhole } from './carry/carry-to.js';
import { editForm, type Edited } from './edit-form.js';
import { findAction } from './find-action.js';
import { isProgram } from './guard.js';
import { revivedStatus } from './internals.js';
import { maskException } from './mask.js';
import { keptKey, keyNoteOf, sentKey } from './once/attempt.js';
import { pagePath } from './page-url.js';
import { editedByPage, shownValues } from './parse-input.js';
import type { FormRecord } from './record.js';
import { requestState } from './request-state.js';
import { errorResponse, seeOther, withError } from './respond.js';
import { runPosted, type PostedAction, type RanAction } from './run-posted.js';
import { serializeError, serializeResult, type SerializedResult } from './serialize.js';
import { keepFiles } from './uploads/keep-files.js';
import { spoolOf } from './uploads/request-spool.js';
import { withShownFiles } from './uploads/shown-file.js';

export type Next = () => Promise<Response>;

/** Answers a form that the browser posted by itself: 303 after success, the page again after a failure. */
export async function answerNative(posted: PostedAction, next: Next): Promise<Response> {
  const { context, name } = posted;
  const ran = await runPosted(posted, 'native');
  const { result, redirect, record, form, intent } = ran;
  if (intent !== undefined && form !== undefined) return showEdited(posted, { ran, form, intent }, next);
  if (result.error !== undefined) return answerFailure(posted, ran, result.error, next);
  let serialized: SerializedResult;
  try {
    serialized = serializeResult(context, result);
  } catch (exception) {
    // The handler has run: say so rather than run it again.
    return answerFailure(posted, ran, maskException(exception, inAction(name), 'done'), next);
  }
  const location = redirect?.location ?? record?.redirect ?? pagePath(context.url);
  const outcome = { action: name, record, result: serialized, message: redirect?.message };
  return seeOther(await carryTo(context, location, outcome));
}

async function answerFailure(
  posted: PostedAction,
  { result, redirect, form, record, isRefused = false }: RanAction,
  error: ActionError,
  next: Next,
): Promise<Response> {
  const { context, name } = posted;
  // A guard that refuses may send the visitor on, to the login for instance.
  if (result.error !== undefined && redirect !== undefined)
    return seeOther(carryMessage(context, redirect.location, redirect.message));
  const keeping = isRefused ? undefined : issuesOf(error);
  const values = form === undefined ? {} : await readShown(posted, { form, record }, keeping);
  const failure = { action: name, record, values, error, key: keptKey(form) };
  const page = pagePath(context.url);
  const claim = keyNoteOf(form)?.running;
  // What is under way is asked for by GET, which the browser can repeat by itself.
  if (claim !== undefined || record?.whenInvalid === 'redirect') {
    const running = claim === undefined ? undefined : { claim, location: record?.redirect ?? page };
    const location = await carryWhole(context, page, { ...failure, running, result: serializeError(error) });
    if (location !== undefined) return seeOther(location);
  }
  requestState(context).failed = failure;
  return showFailure(context, name, error, next);
}

/**
 * Renders the page with the error as the action's result, under the error's status. A program gets the error alone: it was
 * let in for the sake of the action, and no page or endpoint runs for it.
 */
export async function showFailure(
  context: APIContext,
  name: string,
  error: ActionError,
  next: Next,
): Promise<Response> {
  if (isProgram(context)) return errorResponse(error);
  getActionContext(context).setActionResult(name, serializeError(error));
  const response = await next();
  // A page that set a status or a redirect of its own knows better.
  return response.status === revivedStatus(error) ? withError(response, error) : response;
}

/**
 * Renders the page with the form as a button has edited it. Astro is told that there is no result, so that it runs nothing.
 * A form that cannot be edited is shown again with what is wrong, as after a submission; a program gets that alone.
 */
async function showEdited(
  posted: PostedAction,
  { ran, form, intent }: { ran: RanAction; form: FormData; intent: string },
  next: Next,
): Promise<Response> {
  const { context, name } = posted;
  const { record } = ran;
  if (isProgram(context)) return errorResponse(editedByPage());
  let edited: Edited;
  try {
    edited = await edit(posted, { form, record, intent });
  } catch (exception) {
    return answerFailure(posted, ran, maskException(exception, inAction(name)), next);
  }
  const checked = record?.checked === true;
  requestState(context).edited = { ...edited, action: name, record, checked, key: sentKey(form) };
  getActionContext(context).setActionResult('', { type: 'empty', status: 204 });
  return next();
}

async function edit(
  posted: PostedAction,
  { form, record, intent }: { form: FormData; record: FormRecord | undefined; intent: string },
): Promise<Edited> {
  const own = ownDetails(posted, record);
  const { schema, limits } = own;
  if (schema === undefined) return { values: {}, issues: [], unchecked: [], focus: undefined };
  // A button that nobody knows edits nothing, and what was typed is shown again.
  const asked = parseIntent(intent) ?? { type: 'update' };
  // The guards of the action that was posted were asked, not those of another one whose schema it would be.
  const isChecked = record?.checked === true && own === posted.details;
  const files = (issues: readonly FormIssue[]) => keptFiles(posted, { form, record }, issues);
  return editForm(schema, { form, record, limits, files }, asked, isChecked);
}

interface ShownAgain {
  readonly form: FormData;
  readonly record: FormRecord | undefined;
}

/**
 * What the form showed when it was sent: read by the schema of the form's own action, whichever action ran.
 * @param issues What is said of it, where its files are to be kept.
 */
async function readShown(
  posted: PostedAction,
  shown: ShownAgain,
  issues: readonly FormIssue[] | undefined,
): Promise<RawValues> {
  const { form, record } = shown;
  const { accept, schema, limits } = ownDetails(posted, record);
  // A schema for JSON may be none that a form can fill.
  if (accept === 'json' || schema === undefined) return {};
  const values = shownValues(schema, form, { record, limits });
  const files = issues === undefined ? {} : await keptFiles(posted, shown, issues);
  return withShownFiles(readSchema(schema), values, files);
}

/** Keeps the files of a form that is shown again, and gives what it shows of them. */
async function keptFiles(
  posted: PostedAction,
  { form, record }: ShownAgain,
  issues: readonly FormIssue[],
): Promise<RawValues> {
  const { accept, schema } = ownDetails(posted, record);
  if (accept === 'json' || schema === undefined) return {};
  const root = readSchema(schema);
  return hasFiles(root) ? keepFiles({ form, root, issues, spool: spoolOf(posted.context) }) : {};
}

/** The action of the form itself, which a button may have passed over. */
function ownDetails({ context, name, details }: PostedAction, record: FormRecord | undefined): ActionDetails {
  if (record === undefined || record.action === name) return details;
  return detailsOf(findAction(requestState(context).actions, record.action)) ?? details;
}
