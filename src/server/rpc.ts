import { LOCATION_HEADER, MESSAGE_HEADER } from '../shared/wire.js';
import { inAction } from './action-names.js';
import { carryTo } from './carry/carry-to.js';
import { maskException } from './mask.js';
import { errorResponse, resultResponse } from './respond.js';
import { runPosted, type PostedAction } from './run-posted.js';
import { serializeResult, type SerializedResult } from './serialize.js';

/** Answers a call from the island, or from Astro's own `actions` in a client script. */
export async function answerRpc(posted: PostedAction): Promise<Response> {
  const { result, redirect, record } = await runPosted(posted);
  if (result.error !== undefined) return errorResponse(result.error);
  let serialized: SerializedResult;
  try {
    serialized = serializeResult(posted.context, result);
  } catch (exception) {
    return errorResponse(maskException(exception, inAction(posted.name)));
  }
  const headers: Record<string, string> = {};
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
