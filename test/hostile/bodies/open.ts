import { nothing } from '../../fixtures/hostile/src/schemas.js';
import type { Outcome } from '../support/body.js';

/** What the action `open` gets of a form that says this and no more. */
export const read = (part: object): Outcome => ({ data: { ...nothing, ...part } });

/** Nothing that was sent is input. */
export const ignored: Outcome = { data: nothing };

/** Errors at these names. */
export const wrong = (...errors: string[]): Outcome => ({ errors });
