import { developerError } from './developer-error.js';
import { randomId } from './encoding.js';

/** Environment variable: the current secret, then previous ones, separated by spaces or commas. */
const SECRET_VARIABLE = 'ACTION_FORMS_SECRET';

export interface SecretSource {
  /** What the integration remembers in dev; undefined in production. */
  readonly dev: string | undefined;
  /** The store, where processes share one: then they need the same secret. */
  readonly sharedStore: string | undefined;
}

/**
 * The secrets that seal records and results, the current one first: those of the environment, else the one that dev
 * remembers, else one of this process. What a process seals with a secret of its own, no other and no later one opens.
 * @throws AstroError in production when processes share a store and the environment names no secret.
 */
export function resolveSecrets({ dev, sharedStore }: SecretSource): readonly string[] {
  const named = (globalThis.process?.env?.[SECRET_VARIABLE] ?? '').split(/[\s,]+/).filter(Boolean);
  if (named.length > 0) return named;
  if (dev !== undefined) return [dev];
  if (sharedStore !== undefined) throw secretMissing(sharedStore);
  console.warn(
    `[astro-action-forms] ${SECRET_VARIABLE} is not set, so this process has made up a secret. Forms that are open when it restarts have to be loaded again, and it cannot share the work with another process. Set ${SECRET_VARIABLE} to 32 random characters or more.`,
  );
  return [randomId() + randomId()];
}

function secretMissing(sharedStore: string): Error {
  return developerError(
    `${SECRET_VARIABLE} is not set`,
    `${sharedStore} is shared by the processes of the site, and what one of them seals the others have to open.`,
    `Set ${SECRET_VARIABLE} in the environment of every process to the same 32 random characters or more, as \`openssl rand -base64 32\` prints them.`,
    'If one process has the store for itself, say so: `store: { entrypoint, shared: false }` or `unstorageStore(driver, { shared: false })`.',
  );
}
