import type { AtomicStore, ResultStore } from '../../server/store/types.js';

/** What a check works with. `other` is `store` itself, or a second one that holds the same entries. */
export interface CheckContext<TStore extends ResultStore = AtomicStore> {
  readonly store: TStore;
  readonly other: TStore;
  /** A key that no other check uses. */
  key(text: string): string;
}

/** Checks by what the store does when they hold. */
export type Checks<TStore extends ResultStore = AtomicStore> = Readonly<
  Record<string, (context: CheckContext<TStore>) => Promise<void>>
>;

/** For entries that are not to expire during a check, in seconds. */
export const long = { ttl: 600 };

/** A text for messages, shortened. */
export function shown(text: string | undefined): string {
  if (text === undefined) return 'undefined';
  const shortened = text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
  return JSON.stringify(shortened);
}
