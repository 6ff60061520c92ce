import { parse } from 'devalue';
import type { App } from '../support/app.js';
import { keyOf } from './once-app.js';

/** What an island would send, and send again. */
export interface Submission {
  readonly key: string;
  readonly name: string;
  /** Milliseconds that the handler takes. */
  readonly wait?: number;
}

export type Answer =
  | { readonly state: 'done'; readonly run: string; readonly nextKey: string }
  /** Somebody is at it, or the store is away: the same again is the same attempt. */
  | { readonly state: 'again' }
  | { readonly state: 'unknown'; readonly nextKey: string }
  /** The connection broke before there was an answer. */
  | { readonly state: 'lost' };

/** A new key, from a page of its own. */
export async function freshKey(app: App): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      const key = keyOf({ html: await (await app.fetch('/')).text() });
      if (key === undefined) throw new Error('The page has no key');
      return key;
    } catch (error) {
      // A connection that was idle may be closed at the very moment in which it is used again.
      if (!(error instanceof TypeError) || tries > 2) throw error;
    }
  }
}

/** Posts to the endpoint of the island. */
export async function call(app: App, { key, name, wait = 0 }: Submission): Promise<Answer> {
  const body = new URLSearchParams({ _action_key: key, name, wait: String(wait) });
  let response: Response;
  let text: string;
  try {
    response = await app.fetch('/_actions/act', { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    text = await response.text();
  } catch {
    // What a process that is killed does to its connections.
    return { state: 'lost' };
  }
  const nextKey = response.headers.get('x-action-key') ?? '';
  switch (response.status) {
    case 200: {
      const { run } = parse(text) as { run: string }; // why: the fixture's action gives nothing else
      return { state: 'done', run, nextKey };
    }
    case 503:
      return { state: 'again' };
    case 409:
      return { state: 'unknown', nextKey };
    default:
      throw new Error(`Unexpected answer ${response.status}: ${text}`);
  }
}

/** Posts until there is an outcome, as often as it takes. Gives how often it was told to come again, too. */
export async function callUntilKnown(app: App, submission: Submission): Promise<{ answer: Answer; waited: number }> {
  for (let waited = 0; ; waited += 1) {
    const answer = await call(app, submission);
    if (answer.state !== 'again') return { answer, waited };
  }
}
