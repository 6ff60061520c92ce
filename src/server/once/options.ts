import type { OnceOptions } from '../action-definition.js';
import { developerError } from '../developer-error.js';
import { runtime } from '../runtime.js';
import { requireAtomicStore } from '../store/claims.js';

const DAY = 24 * 60 * 60;

/**
 * Seconds that the outcome of a submission is kept; undefined for an action that runs every time.
 * @throws AstroError when it takes JSON, which has no key, and when the store cannot claim.
 */
export function toKeptSeconds({
  accept,
  once = false,
}: {
  readonly accept?: 'form' | 'json' | undefined;
  readonly once?: boolean | OnceOptions | undefined;
}): number | undefined {
  if (once === false) return undefined;
  if (accept !== 'form') throw withoutForm();
  const keep = once === true ? DAY : once.keep;
  if (!(keep > 0) || !Number.isFinite(keep)) throw noTime(keep);
  requireAtomicStore(runtime().store);
  return keep;
}

function withoutForm(): Error {
  return developerError(
    'Only a form can be done once',
    'an action with `once` takes JSON, which carries no one-time key: there is nothing to tell a repetition by.',
    'Add `accept: "form"` to its `defineAction()`.',
    'For a JSON action, let the caller send a key of its own as a part of the input.',
  );
}

function noTime(keep: unknown): Error {
  return developerError(
    'An outcome cannot be kept for this long',
    `\`once.keep\` is ${JSON.stringify(keep)}.`,
    'Give a number of seconds, such as `once: { keep: 3600 }`. `once: true` keeps it for a day.',
  );
}
