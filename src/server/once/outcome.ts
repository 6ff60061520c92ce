import type { ActionAPIContext } from 'astro/actions/runtime/entrypoints/server.js';
import type { ActionError } from '../action-error.js';
import { maskException } from '../mask.js';
import { isRedirect, redirectTo } from '../redirect-to.js';
import { seal, unseal } from '../seal.js';
import { reviveResult, serializeResult, type SerializedResult } from '../serialize.js';

/** What a handler came to: what it returned, or the error that the client may know. */
export type Outcome =
  | { readonly output: unknown; readonly error?: undefined }
  | { readonly output?: undefined; readonly error: ActionError };

/** An outcome as it is stored. */
export interface StoredOutcome {
  readonly result: SerializedResult;
  readonly redirect?: { readonly location: string; readonly message?: string | undefined };
  /** `Set-Cookie` lines that the handler added. */
  readonly cookies?: readonly string[];
}

/** Runs a handler to its outcome, also where it throws or returns what cannot be stored. */
export async function outcomeOf(
  { context, place }: { readonly context: ActionAPIContext; readonly place: string },
  run: () => Promise<unknown>,
): Promise<{ outcome: Outcome; stored: StoredOutcome }> {
  const outcome = await run().then(
    (output) => ({ output }),
    (exception: unknown) => ({ error: maskException(exception, place) }),
  );
  try {
    return { outcome, stored: toStored(context, outcome) };
  } catch (exception) {
    const failed = { error: maskException(exception, place, 'done') };
    return { outcome: failed, stored: toStored(context, failed) };
  }
}

export function reviveOutcome({ result, redirect }: StoredOutcome): Outcome {
  const { data, error } = reviveResult(result);
  if (error !== undefined) return { error };
  if (redirect === undefined) return { output: data };
  const { location, message } = redirect;
  return { output: redirectTo(location, data, message === undefined ? {} : { message }) };
}

/** Sealed for its claim alone. @param ttl Seconds. */
export function sealOutcome(stored: StoredOutcome, claim: string, ttl: number): string {
  return seal(JSON.stringify(stored), ttl, { purpose: 'outcome', context: [claim] });
}

/** Undefined when the secret that it was sealed with is no more. */
export function openOutcome(sealed: string, claim: string): StoredOutcome | undefined {
  const text = unseal(sealed, { purpose: 'outcome', context: [claim] });
  return text === undefined ? undefined : (JSON.parse(text) as StoredOutcome); // why: the seal vouches for it
}

function toStored(context: ActionAPIContext, { output, error }: Outcome): StoredOutcome {
  // why: serialising takes the request's own context, and reads nothing that an action's context lacks
  const at = context as Parameters<typeof serializeResult>[0];
  if (error !== undefined) return { result: serializeResult(at, { data: undefined, error }) };
  if (!isRedirect(output)) return { result: serializeResult(at, { data: output, error: undefined }) };
  const { location, message, data } = output;
  return { result: serializeResult(at, { data, error: undefined }), redirect: { location, message } };
}
