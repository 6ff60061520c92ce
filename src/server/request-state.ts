import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIContext } from 'astro';
import type { RawValues } from '../submission/values.js';
import type { ActionError } from './action-error.js';
import type { Edited } from './edit-form.js';
import { createNotes } from './notes.js';
import type { FormRecord } from './record.js';
import type { ActionTree } from './runtime.js';

/** A native post that failed, shown again in the same response. */
export interface FailedPost {
  /** Name of the action that ran. */
  readonly action: string;
  /** What the page had said about the form; absent for a form written by hand. */
  readonly record: FormRecord | undefined;
  readonly values: RawValues;
  readonly error: ActionError;
  /** The one-time key that goes on being the form's. */
  readonly key?: string | undefined;
}

/** A form that a button has edited, shown again in the same response. */
export interface EditedPost extends Edited {
  readonly action: string;
  readonly record: FormRecord | undefined;
  /** Whether the page shows what is wrong with it. */
  readonly checked: boolean;
  readonly key: string | undefined;
}

/** A result that came with this request's `_result`. */
export interface Arrival {
  /** Undefined: only a message for the page. */
  readonly action: string | undefined;
  /** The form that was posted, when it said so. */
  readonly record: Pick<FormRecord, 'action' | 'form'> | undefined;
  /** Undefined: a success whose result could not be kept. */
  readonly result:
    | { readonly data: unknown; readonly error: undefined }
    | { readonly data: undefined; readonly error: ActionError }
    | undefined;
  readonly message: string | undefined;
  /** What was typed, after a failure that was redirected. */
  readonly values: RawValues | undefined;
  /** The one-time key that goes on being the form's. */
  readonly key?: string | undefined;
}

/** What is known about one request. */
export interface RequestState {
  actions: ActionTree;
  failed: FailedPost | undefined;
  arrival: Arrival | undefined;
  edited: EditedPost | undefined;
  /** Keys of forms that were printed, in dev, to find two of one key. */
  readonly printed: Set<string>;
  /** BCP 47 tag of the language that people are answered in. `undefined`: nobody has asked yet. */
  locale: string | undefined;
  /** Whether the page has to be this visitor's alone, and once its headers are made, whether it is. */
  privacy: 'unasked' | 'asked' | 'private' | 'shared';
  /** `Set-Cookie` lines of the submission that this one repeats. */
  repeatedCookies: readonly string[];
}

const states = createNotes<object, RequestState>('request');
const contexts = new AsyncLocalStorage<APIContext>();

/** The state of a request, by its `locals`, which stay the same object through rewrites and error pages. */
export function requestState({ locals }: Pick<APIContext, 'locals'>): RequestState {
  let state = states.get(locals);
  if (state === undefined) {
    state = {
      actions: {},
      failed: undefined,
      arrival: undefined,
      edited: undefined,
      printed: new Set(),
      locale: undefined,
      privacy: 'unasked',
      repeatedCookies: [],
    };
    states.set(locals, state);
  }
  return state;
}

/** Runs what follows with this request's context, for actions that are called directly. */
export function runWithContext<T>(context: APIContext, run: () => T): T {
  return contexts.run(context, run);
}

/** The context of the request that is being answered. */
export function currentContext(): APIContext | undefined {
  return contexts.getStore();
}
