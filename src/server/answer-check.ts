import { isFinding } from './check-fields.js';
import { issuesOf } from './action-error.js';
import { issuesToJson } from './issues-json.js';
import { errorResponse } from './respond.js';
import type { RanAction } from './run-posted.js';

/**
 * Answers a call that had fields checked: `{ "issues": [...] }`, empty where they are right. What kept them from being
 * checked is an error as for any call, but leads nowhere: nobody has sent the form yet.
 */
export function answerCheck({ result: { error } }: RanAction): Response {
  if (error !== undefined && !isFinding(error)) return errorResponse(error);
  const body = `{"issues":${issuesToJson(error === undefined ? [] : issuesOf(error))}}`;
  return new Response(body, { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } });
}
