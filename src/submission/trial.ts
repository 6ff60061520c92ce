import { hasAsyncParts } from '../schema/async-parts.js';
import { validateLater, validateNow, type Outcome } from '../schema/validate.js';
import type { ReadContext } from './context.js';
import type { Entry } from './entries.js';

/** Thrown while reading, and caught by `parseSubmission`: a schema has to be asked that answers later. */
export class PendingTrial {
  constructor(
    /** Settles once the answer is noted; reading starts over then. */
    readonly settled: Promise<void>,
  ) {}
}

/**
 * Asks a schema how many things are wrong with an input that was read from an entry; 0 is accepted. Asked once per
 * submission, entry and asker.
 *
 * @throws {PendingTrial} if the schema is asynchronous and was not asked before.
 */
export function countFaults(
  schema: unknown,
  asker: object,
  input: unknown,
  entry: Entry,
  context: ReadContext,
): number {
  context.trials ??= new Map();
  let answers = context.trials.get(entry);
  if (!answers) context.trials.set(entry, (answers = new Map()));
  const known = answers.get(asker);
  if (known !== undefined) return known;
  const note = (outcome: Outcome): number => {
    const faults = outcome.success ? 0 : Math.max(outcome.error.issues.length, 1);
    answers.set(asker, faults);
    return faults;
  };
  const outcome = hasAsyncParts(schema) ? undefined : validateNow(schema, input);
  if (!outcome) throw new PendingTrial(validateLater(schema, input).then((later) => void note(later)));
  return note(outcome);
}
