import type { ActionTree } from './runtime.js';

export type ActionFunction = (this: unknown, input: unknown) => Promise<{ data: unknown; error: unknown }>;

/**
 * The action of a name such as `guestbook.remove`, by own properties only. Segments are URI-encoded, as Astro's
 * client sends them. Undefined for unknown names and for encodings that are none.
 */
export function findAction(tree: ActionTree, name: string): ActionFunction | undefined {
  let found: unknown = tree;
  for (const segment of name.split('.')) {
    const key = decode(segment);
    if (key === undefined || typeof found !== 'object' || found === null || !Object.hasOwn(found, key))
      return undefined;
    found = (found as Record<string, unknown>)[key]; // why: narrowed to an object with this own key above
  }
  return typeof found === 'function' ? (found as ActionFunction) : undefined; // why: leaves of the tree are actions
}

function decode(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    // URIError: no encoding of any name.
    return undefined;
  }
}
