import type { FormIssue } from '../shared/issue.js';
import type { SilenceCode } from '../shared/silence-messages.js';
import { KEY_HEADER, LOCATION_HEADER, MESSAGE_HEADER } from '../shared/wire.js';
import { toBody } from './body.js';
import type { ActionFormError } from './events.js';
import { kit } from './kit.js';
import type { Plan } from './plan.js';

/** What came of a submission: why no action has run, or what one gave. */
export interface Answer {
  readonly error?: ActionFormError;
  readonly data?: unknown;
  /** Text for people, or none. */
  readonly message?: string;
  /** Where to go next, or nowhere. */
  readonly location?: string;
}

/**
 * Posts a form. Never rejects: whatever goes wrong is an answer. A submission that was called off has none. With it comes
 * the key of the form's next submission, when this one has come to its end.
 *
 * @param timeout Milliseconds, as the form's attribute says them; by default 30 seconds, and no limit on an upload.
 */
export async function post(
  { url, enctype, texts }: Plan,
  data: FormData,
  call: AbortController,
  timeout: string | null,
): Promise<[answer?: Answer, key?: string | null]> {
  const { signal } = call;
  const body = toBody(data, enctype);
  let limit = Number(timeout || (body === data ? 0 : 30_000));
  const noAnswer = (code: SilenceCode): [Answer] => [{ error: { ...unnamed, code, message: texts[code] } }];
  let status = 0;
  let location: string | undefined;
  if (limit) setTimeout(() => limit && call.abort('timeout'), limit);
  try {
    const response = await kit.send(url, { method: 'POST', body, headers: { Accept: 'application/json' }, signal });
    const { headers } = response;
    status = response.status;
    location = headers.get(LOCATION_HEADER) ?? undefined;
    const text = await response.text();
    // An answer that has come is in time, however long it is followed.
    limit = 0;
    const key = headers.get(KEY_HEADER);
    const hasData = status === 200 && headers.get('Content-Type')?.includes('+devalue');
    if (!hasData && status !== 204) return [{ error: { ...unnamed, status, ...readError(text) }, location }, key];
    const message = decodeURIComponent(headers.get(MESSAGE_HEADER) ?? '') || undefined;
    // A site that was deployed anew may not have the reader any more: the action has run all the same.
    const data = hasData
      ? await import('./read-data.js').then(
          (part) => part.readData(text),
          () => {},
        )
      : undefined;
    return [{ data, message, location }, key];
  } catch {
    // Sent in vain, called off, or not as we write it. An action that redirects has run all the same.
    if (location) return [{ location }];
    if (signal.aborted) return signal.reason === 'timeout' ? noAnswer('timeout') : [];
    const explained =
      status &&
      (await import('./explain.js')
        .then((part): [Answer] => [{ error: { ...unnamed, ...part.explain(status, texts) } }])
        .catch(() => {}));
    return explained || noAnswer('network');
  }
}

const unnamed = { type: 'ActionFormError', status: 0, issues: [] } as const;

/** What an action said. Throws when it did not, and on issues that cannot be written out. */
function readError(text: string): Pick<ActionFormError, 'type' | 'code' | 'message' | 'issues'> {
  const { type, code, message, issues = [] } = JSON.parse(text);
  if (!type.startsWith('AstroAction')) throw new Error();
  return {
    type,
    code,
    message: message || code,
    issues: issues.filter(({ path, message }: FormIssue) => message && path.join() + message),
  };
}
