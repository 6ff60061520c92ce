import { withLimits, type Limits } from '../submission/limits.js';
import { runtime } from './runtime.js';

/** What holds for an action: its own limits come before the site's, and these before the defaults. */
export function limitsOf(own: Partial<Limits> | undefined): Limits {
  return withLimits(own, withLimits(runtime().options.limits));
}
