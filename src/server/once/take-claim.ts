import type { AtomicStore } from '../store/types.js';
import { LATE, newRun, readClaim, writeClaim, type Claim, type Run } from './claim.js';
import type { ClaimNames } from './fingerprint.js';
import { insist } from './insist.js';

/** Where an attempt is claimed. */
export interface ClaimPlace {
  readonly store: AtomicStore;
  readonly names: ClaimNames;
  /** Seconds that what is known of it is kept. */
  readonly ttl: number;
}

/** An entry may expire between two questions, but hardly again and again. */
const TRIES = 3;

/** Claims an attempt for this request. Undefined: it is another's, who runs it or has run it. */
export async function takeClaim(place: ClaimPlace): Promise<Run | undefined> {
  const run = newRun();
  const taken = writeClaim(run);
  try {
    return (await isTaken(place, taken)) ? run : undefined;
  } catch (error) {
    // What seemed to fail may have been written. Nobody runs it, and nobody shall wait for that.
    void insist(() => place.store.compareAndSwap(place.names.claim, taken, writeClaim({ state: 'free' }), place));
    throw error;
  }
}

async function isTaken(place: ClaimPlace, taken: string): Promise<boolean> {
  const { store, names, ttl } = place;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await store.putIfAbsent(names.claim, taken, { ttl })) return true;
    const found = await store.get(names.claim);
    if (found === undefined) continue;
    const claim = readClaim(found);
    if (claim.state !== 'free' && !(await isMeantAnew(place, claim))) return false;
    if (await store.compareAndSwap(names.claim, found, taken, { ttl })) return true;
  }
  throw new Error('The store neither has the claim nor takes it.');
}

/** Notes when a key was last used for something new. */
export async function noteLast({ store, names, ttl }: ClaimPlace): Promise<void> {
  await store.set(names.last, String(Date.now()), { ttl });
}

/** Back, other entries, Back, and the first ones again: when others were sent after their end, they are no repetition. */
async function isMeantAnew({ store, names }: ClaimPlace, claim: Claim): Promise<boolean> {
  if (claim.state !== 'settled' || Date.now() - claim.at < LATE) return false;
  return Number((await store.get(names.last)) ?? 0) > claim.at;
}
