import type { Carried } from '../carry/carry.js';
import type { Outcome } from '../carry/carry-to.js';
import { runtime } from '../runtime.js';
import { serializeError } from '../serialize.js';
import { lookUp, type Known, type Unclaimed } from './await-outcome.js';
import { notTaken, outcomeUnknown } from './errors.js';
import { logStoreFailure } from './log.js';

/** Where a run stood when it was asked for again by a page that had been told that it is under way. */
export type Asked =
  | { readonly state: 'running' }
  /** It has succeeded: the result belongs to the page that it leads to. */
  | { readonly state: 'succeeded'; readonly location: string; readonly outcome: Outcome }
  /** It has failed, or nobody knows: the form is shown again, with a new key unless nothing has run. */
  | { readonly state: 'failed'; readonly carried: Carried };

/** Asks for the outcome of a run, as often as it takes. Runs nothing. */
export async function askAgain(carried: Carried, { claim, location }: Running): Promise<Asked> {
  const known = await ask(claim);
  const { running: _running, key, ...rest } = carried;
  switch (known.state) {
    case 'running':
      return known;
    case 'free':
      return { state: 'failed', carried: { ...rest, key, result: serializeError(notTaken()) } };
    // It was there, and is no more.
    case 'absent':
    case 'lost':
      return { state: 'failed', carried: { ...rest, result: serializeError(outcomeUnknown()) } };
    case 'settled': {
      const { result, redirect } = known.outcome;
      if (result.type === 'error') return { state: 'failed', carried: { ...rest, result } };
      const { action = '', record } = carried;
      const outcome = { action, record, result, message: redirect?.message };
      return { state: 'succeeded', location: redirect?.location ?? location, outcome };
    }
    default:
      return known satisfies never;
  }
}

type Running = NonNullable<Carried['running']>;

/** A store that is away may be back when it is asked again. */
async function ask(claim: string): Promise<Known | Unclaimed> {
  try {
    return await lookUp(runtime().store, claim);
  } catch (error) {
    logStoreFailure(error);
    return { state: 'running' };
  }
}
