import type { AtomicStore } from '../store/types.js';
import { isLost, readClaim } from './claim.js';
import { openOutcome, type StoredOutcome } from './outcome.js';

/** What is known of an attempt that somebody runs or has run. */
export type Known =
  | { readonly state: 'running' }
  /** Its process has died, or what it stored cannot be read: nobody knows how far it came. */
  | { readonly state: 'lost' }
  | {
      readonly state: 'settled';
      /** Milliseconds since the epoch. */
      readonly at: number;
      readonly outcome: StoredOutcome;
    };

/** Nobody has claimed it, or only somebody who did not hear of it, and so has not run it. */
export type Unclaimed = { readonly state: 'absent' } | { readonly state: 'free' };

/** Milliseconds that a repetition waits for the run that it repeats. */
const PATIENCE = 2000;
/** Milliseconds between two looks: short at first, since most handlers are quick. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [15, 240];

/** What the store says of an attempt. */
export async function lookUp(store: Pick<AtomicStore, 'get'>, name: string): Promise<Known | Unclaimed> {
  const text = await store.get(name);
  if (text === undefined) return { state: 'absent' };
  const claim = readClaim(text);
  switch (claim.state) {
    case 'free':
      return claim;
    case 'running':
      return { state: isLost(claim) ? 'lost' : 'running' };
    case 'settled': {
      const outcome = openOutcome(claim.sealed, name);
      return outcome === undefined ? { state: 'lost' } : { state: 'settled', at: claim.at, outcome };
    }
    default:
      return claim satisfies never;
  }
}

export function isUnclaimed(found: Known | Unclaimed): found is Unclaimed {
  return found.state === 'absent' || found.state === 'free';
}

/** Waits until a claimed attempt is no longer running, for two seconds at most. Undefined: it was claimed in vain. */
export async function awaitOutcome(store: Pick<AtomicStore, 'get'>, name: string): Promise<Known | undefined> {
  const end = Date.now() + PATIENCE;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const found = await lookUp(store, name);
    const left = end - Date.now();
    if (found.state === 'free') return undefined;
    // It was there: whoever took it away does not know what came of it.
    if (found.state === 'absent') return { state: 'lost' };
    if (found.state !== 'running' || left <= 0) return found;
    await sleep(Math.min(pause, left));
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
