import { getActionContext, type ActionAPIContext } from 'astro/actions/runtime/entrypoints/server.js';
import type { APIContext } from 'astro';
import { KEY_FIELD } from '../../shared/wire.js';
import { placeOf } from '../action-names.js';
import { findAction } from '../find-action.js';
import { loadActions } from '../load-actions.js';
import { logWarning } from '../log.js';
import { namedAction } from '../named-action.js';
import { createNotes } from '../notes.js';
import { readRecord } from '../record.js';
import { runtime } from '../runtime.js';
import { requireAtomicStore } from '../store/claims.js';
import { nameClaims } from './fingerprint.js';
import { openKey } from './one-time-key.js';
import type { ClaimPlace } from './take-claim.js';

/** A submission that is done once: what a form sent with its key. */
export interface Attempt extends ClaimPlace {
  readonly context: ActionAPIContext;
  /** What to call its action in the log. */
  readonly place: string;
  readonly note: KeyNote;
}

/** What became of the key that a form was posted with. */
export interface KeyNote {
  /** The key, as long as it goes on being this form's: nothing has come of it yet. */
  kept: string | undefined;
  /** The claim of a run that has not come to its end. */
  running: string | undefined;
}

export interface AttemptSource {
  readonly context: ActionAPIContext;
  /** The action that runs. */
  readonly action: object;
  readonly input: unknown;
  /** Seconds. */
  readonly keep: number;
}

const notes = createNotes<FormData, KeyNote>('key');

/** What became of the key of a posted form; undefined when there was none, or the action is not done once. */
export function keyNoteOf(form: FormData | undefined): KeyNote | undefined {
  return form === undefined ? undefined : notes.get(form);
}

/** The key that goes on being a posted form's: one of ours, of which nothing has come yet. */
export function keptKey(form: FormData | undefined): string | undefined {
  if (form === undefined) return undefined;
  const note = notes.get(form);
  if (note !== undefined) return note.kept;
  const keys = form.getAll(KEY_FIELD);
  return openKey(keys) === undefined ? undefined : String(keys[0]);
}

/**
 * The attempt that a posted form is. Undefined: nothing tells whether it is a repetition, because it came without a
 * key, with one that is not ours, or not by a post to this action at all.
 */
export async function openAttempt({ context, action, input, keep }: AttemptSource): Promise<Attempt | undefined> {
  if (!(input instanceof FormData)) return undefined;
  const name = await postedName(context, action);
  if (name === undefined) return undefined;
  const keys = input.getAll(KEY_FIELD);
  if (keys.length === 0) return withoutKey(name);
  const note: KeyNote = { kept: undefined, running: undefined };
  notes.set(input, note);
  const secret = openKey(keys);
  if (secret === undefined) return undefined;
  note.kept = String(keys[0]);
  const read = readRecord(input);
  const record = read.status === 'intact' ? read.record : undefined;
  const names = await nameClaims({ secret, action: name, record, form: input });
  return { store: requireAtomicStore(runtime().store), names, ttl: keep, context, place: placeOf(action), note };
}

/** The key that a form was sent with, where it is one of ours. */
export function sentKey(form: FormData): string | undefined {
  const keys = form.getAll(KEY_FIELD);
  return openKey(keys) === undefined ? undefined : String(keys[0]);
}

/** The name under which this very action was posted. A direct call of another action is nobody's submission. */
async function postedName(context: ActionAPIContext, action: object): Promise<string | undefined> {
  // why: an action's context is the request's own but for a few members, none of which are read here
  const request = context as APIContext;
  const name = getActionContext(request).action && namedAction(request)?.name;
  if (name === undefined || findAction(await loadActions(), name) !== action) return undefined;
  return name.split('.').map(decodeURIComponent).join('.');
}

function withoutKey(action: string): undefined {
  if (!runtime().options.dev) return;
  logWarning(
    `"${action}" is to be done once, but its form was posted without a key: a repetition would run again. <ActionForm> has the key; put <FormRecord {form} /> into a form that is written by hand.`,
  );
}
