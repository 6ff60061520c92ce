/** Mistakes in what `defineAction` is given, found when the action is defined. */
import { defaultLimits } from '../submission/limits.js';
import type { ActionLimits } from './action-definition.js';
import type { ActionGuard } from './action-guard.js';
import { developerError } from './developer-error.js';

/** The guards of a `use`. @throws AstroError for anything but a list of functions. */
export function toGuards(use: unknown): readonly ActionGuard[] {
  if (use === undefined) return [];
  if (Array.isArray(use) && use.every((guard) => typeof guard === 'function')) return [...use];
  throw developerError(
    'The `use` of an action holds something that is no guard',
    `it is ${Array.isArray(use) ? `a list of ${use.map((guard) => typeof guard).join(', ')}` : typeof use}.`,
    'Write a list of functions: `use: [requireMember, limitRate]`.',
    'A guard that something else makes has to be made first: `use: [limitTo(5)]`.',
  );
}

/** @throws AstroError for a limit that does not exist, or that no request could keep. */
export function assertLimits(limits: Partial<ActionLimits> | undefined): void {
  const known = ['bytes', ...Object.keys(defaultLimits)];
  for (const [name, value] of Object.entries(limits ?? {})) {
    if (known.includes(name) && (value === undefined || (Number.isInteger(value) && value > 0))) continue;
    throw developerError(
      'The `limits` of an action do not fit',
      `${JSON.stringify(name)} is ${String(value)}.`,
      `Limits are ${known.join(', ')}: each a whole number above 0.`,
    );
  }
}
