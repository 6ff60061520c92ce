import { requestState } from '../request-state.js';
import type { Attempt } from './attempt.js';
import { awaitOutcome, isUnclaimed, lookUp, type Known } from './await-outcome.js';
import { LATE, type Run } from './claim.js';
import { noteCookies } from './cookies.js';
import { notTaken, outcomeUnknown, stillRunning } from './errors.js';
import { holdClaim } from './hold-claim.js';
import { logStoreFailure } from './log.js';
import { outcomeOf, reviveOutcome, sealOutcome, type Outcome } from './outcome.js';
import { noteLast, takeClaim } from './take-claim.js';

/**
 * Runs a submission, or gives what its first run came to. Only valid input claims anything.
 *
 * @returns What the handler returned.
 * @throws ActionError that the handler came to, or that says why there is no outcome.
 */
export async function runOnce<T>(
  attempt: Attempt,
  validate: () => Promise<T>,
  handle: (parsed: T) => Promise<unknown>,
): Promise<unknown> {
  let parsed: T;
  try {
    parsed = await validate();
  } catch (error) {
    // What the first run did may be what makes its repetition invalid, as with "already taken".
    const known = (await isClaimed(attempt)) ? await knownOf(attempt) : undefined;
    if (known === undefined) throw error;
    return answer(attempt, known);
  }
  for (;;) {
    const run = await orNotTaken(takeClaim(attempt));
    if (run !== undefined) return perform(attempt, run, () => handle(parsed));
    const known = await knownOf(attempt);
    if (known !== undefined) return answer(attempt, known);
  }
}

/** A store that cannot tell keeps nobody from reading what is wrong with the input. */
async function isClaimed({ store, names }: Attempt): Promise<boolean> {
  const found = await lookUp(store, names.claim).catch(logStoreFailure);
  return found !== undefined && !isUnclaimed(found);
}

function knownOf({ store, names }: Attempt): Promise<Known | undefined> {
  return orNotTaken(awaitOutcome(store, names.claim));
}

async function perform(attempt: Attempt, run: Run, handle: () => Promise<unknown>): Promise<unknown> {
  const { context, names, ttl, note } = attempt;
  const held = holdClaim(attempt, run);
  const noted = noteLast(attempt).catch(logStoreFailure);
  try {
    const [{ outcome, stored }, cookies] = await noteCookies(context, () => outcomeOf(attempt, handle));
    note.kept = undefined;
    // It has run: who sent it gets the outcome, also where repetitions will have to be told that it is unknown.
    await held.settle(sealOutcome({ ...stored, cookies }, names.claim, ttl));
    await noted;
    return give(outcome);
  } finally {
    held.release();
  }
}

/** Answers a repetition with what is known. */
function answer({ context, names, note }: Attempt, known: Known): unknown {
  switch (known.state) {
    case 'running':
      note.running = names.claim;
      throw stillRunning();
    case 'lost':
      note.kept = undefined;
      throw outcomeUnknown();
    case 'settled':
      note.kept = undefined;
      // Later, a session that was left would come back with them.
      if (Date.now() - known.at < LATE) requestState(context).repeatedCookies = known.outcome.cookies ?? [];
      return give(reviveOutcome(known.outcome));
    default:
      return known satisfies never;
  }
}

function give({ output, error }: Outcome): unknown {
  if (error !== undefined) throw error;
  return output;
}

/** Where nobody can tell whether it is a repetition, nothing may run. */
async function orNotTaken<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    logStoreFailure(error);
    throw notTaken();
  }
}
