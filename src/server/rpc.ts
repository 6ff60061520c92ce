import { LOCATION_HEADER, MESSAGE_HEADER } from '../shared/wire.js';
import { inAction } from './action-names.js';
import { answerCheck } from './answer-check.js';
import { asksForCheck } from './asked-fields.js';
import { carryMessage, carryTo } from './carry/carry-to.js';
import { maskException } from './mask.js';
import { keyHeaders } from './once/key-headers.js';
import type { Redirect } from './redirect-to.js';
import { errorResponse, resultResponse } from './respond.js';
import { runPosted, type PostedAction } from './run-posted.js';
import { serializeResult, type SerializedResult } from './serialize.js';

/** Answers a call from the island, or from Astro's own `actions` in a client script. */
export async function answerRpc(posted: PostedAction): Promise<Response> {
  if (asksForCheck(posted.context.request)) return answerCheck(await runPosted(posted, 'rpc'));
  const { result, redirect, form, record } = await runPosted(posted, 'rpc');
  const headers = keyHeaders(form);
  if (result.error !== undefined) return errorResponse(result.error, { ...headers, ...elsewhere(posted, redirect) });
  let serialized: SerializedResult;
  try {
    serialized = serializeResult(posted.context, result);
  } catch (exception) {
    return errorResponse(maskException(exception, inAction(posted.name), 'done'), headers);
  }
  const message = redirect?.message;
  const location = redirect?.location ?? record?.redirect;
  // Half a surrogate pair has no encoding.
  if (message !== undefined) headers[MESSAGE_HEADER] = encodeURIComponent(message.toWellFormed());
  if (location !== undefined) {
    const outcome = { action: posted.name, record, result: serialized, message };
    headers[LOCATION_HEADER] = await carryTo(posted.context, location, outcome);
  }
  return resultResponse(serialized, headers);
}

/** A guard that refuses may send the visitor on, to the login for instance. */
function elsewhere({ context }: PostedAction, redirect: Redirect<unknown> | undefined): Record<string, string> {
  if (redirect === undefined) return {};
  return { [LOCATION_HEADER]: carryMessage(context, redirect.location, redirect.message) };
}
