import { randomId } from '../encoding.js';

/** Milliseconds that a run counts as alive after its last sign of life. Clocks of machines may differ by half of it. */
export const LEASE = 15_000;

/** Milliseconds for which a repetition may be late on its way. What comes later was sent by somebody who came back. */
export const LATE = 10_000;

/** An attempt as the store has it: somebody runs it, it is settled, or it was claimed in vain. */
export type Claim = Run | Settled | Free;

export interface Run {
  readonly state: 'running';
  /** Which run it is, so that none can settle another one's. */
  readonly run: string;
  /** Milliseconds since the epoch until which the run is known to be alive. */
  readonly until: number;
}

interface Settled {
  readonly state: 'settled';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What came of it. */
  readonly sealed: string;
}

/** Claimed by a request that did not hear of it, and so did not run it. */
interface Free {
  readonly state: 'free';
}

/** The claim of a new run. */
export function newRun(): Run {
  return { state: 'running', run: randomId(), until: Date.now() + LEASE };
}

/** A run that has given a sign of life. */
export function alive({ state, run }: Run): Run {
  return { state, run, until: Date.now() + LEASE };
}

/** Whether the process that ran it must have died: nobody knows how far it came. */
export function isLost(claim: Claim): boolean {
  return claim.state === 'running' && claim.until <= Date.now();
}

export function writeClaim(claim: Claim): string {
  return JSON.stringify(claim);
}

export function readClaim(text: string): Claim {
  return JSON.parse(text) as Claim; // why: nothing else is written under the names of claims
}
