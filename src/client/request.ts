import type { FormIssue } from '../shared/issue.js';
import type { FailureCode } from '../shared/failure-messages.js';
import { formatPath } from '../shared/path.js';
import { KEY_HEADER, LOCATION_HEADER, MESSAGE_HEADER } from '../shared/wire.js';
import { toBody } from './body.js';
import type { ActionFormError } from './events.js';
import type { Plan } from './plan.js';

/** What came of a submission: why no action has run, or what one gave. */
export interface Answer {
  readonly error?: ActionFormError;
  readonly data?: unknown;
  /** Text for people, or none. */
  readonly message?: string;
  /** Where to go next, or nowhere. */
  readonly location?: string;
  /** What the form's next submission is told by, when this one has come to its end. */
  readonly key?: string | null;
}

/**
 * Posts a form. Never rejects: whatever goes wrong is an answer. A submission that was called off has none.
 *
 * @param timeout Milliseconds; by default 30 seconds, and no limit on an upload.
 */
export async function post(
  { url, enctype, texts }: Plan,
  data: FormData,
  call: AbortController,
  timeout?: number,
): Promise<Answer | undefined> {
  const { signal } = call;
  const body = toBody(data, enctype);
  const limit = timeout ?? (body === data ? 0 : 30_000);
  const fail = (code: FailureCode, status = 0) => ({
    error: { type: 'ActionFormError', code, status, message: texts[code], issues: [] } satisfies ActionFormError,
  });
  let answer = fail('network');
  let location: string | undefined;
  if (limit) setTimeout(() => call.abort('timeout'), limit);
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' }, signal });
    const { headers, status } = response;
    answer = fail(codeOf(status), status);
    location = headers.get(LOCATION_HEADER) ?? undefined;
    const text = await response.text();
    const key = headers.get(KEY_HEADER);
    const hasData = status === 200 && /\+devalue/.test(`${headers.get('Content-Type')}`);
    if (!hasData && status !== 204) return { error: readError(text, answer.error), location, key };
    const message = decodeURIComponent(headers.get(MESSAGE_HEADER) ?? '') || undefined;
    const data = hasData && (await import('./read-data.js'));
    return { data: data ? data.readData(text) : undefined, message, location, key };
  } catch {
    // Sent in vain, called off, or not as we write it. An action that redirects has run all the same.
    if (location) return { location };
    if (!signal.aborted) return answer;
    if (signal.reason in texts) return fail(signal.reason);
  }
}

function codeOf(status: number): FailureCode {
  if (status === 413) return 'tooLarge';
  if (status === 403) return 'forbidden';
  return status < 500 ? 'unreadable' : 'unexpected';
}

/** Throws when it is no JSON. */
function readError(text: string, unnamed: ActionFormError): ActionFormError {
  const { type, code, message = unnamed.message, issues = [] } = JSON.parse(text);
  if (!type.startsWith('AstroAction')) return unnamed;
  return { ...unnamed, type, code, message, issues: issues.filter(isIssue) };
}

/** Whether there is something to show. Throws on what cannot be written out. */
function isIssue({ path, message }: FormIssue): boolean {
  return !!message && formatPath(path) + message !== '';
}
