import { alive, LEASE, readClaim, writeClaim, type Claim, type Run } from './claim.js';
import { insist } from './insist.js';
import { logStoreFailure } from './log.js';
import type { ClaimPlace } from './take-claim.js';

/** A claim that this process holds while the handler runs. */
export interface HeldClaim {
  /** Puts what came of it in the place of the claim, in the background when the store is away. Never rejects. */
  settle(sealed: string): Promise<void>;
  /** Gives no more signs of life. */
  release(): void;
}

/** Gives signs of life for a run until it is settled. A process that dies gives none. */
export function holdClaim({ store, names, ttl }: ClaimPlace, run: Run): HeldClaim {
  let held = run;
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, LEASE / 3);
  timer.unref();

  async function beat(): Promise<void> {
    const next = alive(run);
    try {
      if (await replace(next)) held = next;
    } catch {
      // The store is away. The next beat, or settling, says whether it has come back.
    }
  }

  /** A write that seemed to fail may have been done: what is there counts, as long as it is this run's. */
  async function replace(next: Claim): Promise<boolean> {
    if (await swap(held, next)) return true;
    const found = await store.get(names.claim);
    const claim = found === undefined ? undefined : readClaim(found);
    return claim?.state === 'running' && claim.run === run.run && swap(claim, next);
  }

  function swap(from: Claim, to: Claim): Promise<boolean> {
    return store.compareAndSwap(names.claim, writeClaim(from), writeClaim(to), { ttl });
  }

  return {
    async settle(sealed) {
      clearInterval(timer);
      await beating;
      const settled = { state: 'settled', at: Date.now(), sealed } as const;
      const put = async () => {
        if (!(await replace(settled))) logStoreFailure(new Error('The claim of a submission that has run is gone.'));
      };
      try {
        await put();
      } catch (error) {
        logStoreFailure(error);
        void insist(put);
      }
    },
    release: () => clearInterval(timer),
  };
}
