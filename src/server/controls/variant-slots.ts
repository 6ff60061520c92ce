import { developerError } from '../developer-error.js';
import { nearest } from '../form/nearest.js';
import { runtime } from '../runtime.js';

/** @throws AstroError in dev for a slot that belongs to no option of the union: Astro would drop it without a word. */
export function assertSlots(slots: Readonly<Record<string, unknown>>, tag: string, tags: readonly string[]): void {
  if (!runtime().options.dev) return;
  const odd = Object.keys(slots).find((name) => !tags.includes(name));
  if (odd === undefined) return;
  const near = nearest(odd, tags);
  throw developerError(
    'A slot of <Variants> that belongs to no option',
    odd === 'default'
      ? `what stands in it beside the slots of its options would not be printed.`
      : `"${tag}" cannot be ${JSON.stringify(odd)}.`,
    near === undefined
      ? `Name a slot for each option: ${tags.slice(0, 12).join(', ')}.`
      : `Did you mean ${JSON.stringify(near)}?`,
  );
}
