import { developerError } from './developer-error.js';
import { randomId } from './encoding.js';

/** Environment variable: the current secret, then previous ones, separated by spaces or commas. */
const SECRET_VARIABLE = 'ACTION_FORMS_SECRET';
/** Characters of a secret at least: 32 of base64 are 192 bits, of hexadecimal 128. */
const MIN_LENGTH = 32;

export interface SecretSource {
  /** What the integration remembers in dev; undefined in production. */
  readonly dev: string | undefined;
  /** The store, where processes share one: then they need the same secret. */
  readonly sharedStore: string | undefined;
}

/**
 * The secrets that seal records and results, the current one first: those of the environment, else the one that dev
 * remembers, else one of this process. What a process seals with a secret of its own, no other and no later one opens.
 * @throws AstroError in production when processes share a store and the environment names no secret, and anywhere for a
 * secret that is too short.
 */
export function resolveSecrets({ dev, sharedStore }: SecretSource): readonly string[] {
  const named = namedSecrets();
  if (named.length > 0) return named;
  if (dev !== undefined) return [dev];
  if (sharedStore !== undefined) throw secretMissing(sharedStore);
  console.warn(
    `[astro-action-forms] ${SECRET_VARIABLE} is not set, so this process has made up a secret. Forms that are open when it restarts have to be loaded again, and it cannot share the work with another process. Set ${SECRET_VARIABLE} to 32 random characters or more.`,
  );
  return [randomId() + randomId()];
}

/**
 * The secrets that the environment names.
 * @throws AstroError for one that is short enough to be guessed. It says which one, and never the secret.
 */
export function namedSecrets(): readonly string[] {
  const named = (globalThis.process?.env?.[SECRET_VARIABLE] ?? '').split(/[\s,]+/).filter(Boolean);
  const short = named.findIndex(({ length }) => length < MIN_LENGTH);
  if (short < 0) return named;
  throw developerError(
    'A secret is too short',
    `${SECRET_VARIABLE} holds ${named.length === 1 ? 'a secret' : `${named.length} secrets, of which number ${short + 1} is one`} of ${named[short]?.length} characters; hidden records and carried results need ${MIN_LENGTH} at least.`,
    'Make one of 32 random bytes: `openssl rand -base64 32`.',
    'A secret has no spaces and no commas in it: they part the current one from previous ones.',
  );
}

function secretMissing(sharedStore: string): Error {
  return developerError(
    `${SECRET_VARIABLE} is not set`,
    `${sharedStore} is shared by the processes of the site, and what one of them seals the others have to open.`,
    `Set ${SECRET_VARIABLE} in the environment of every process to the same 32 random characters or more, as \`openssl rand -base64 32\` prints them.`,
    'If one process has the store for itself, say so: `store: { entrypoint, shared: false }` or `unstorageStore(driver, { shared: false })`.',
  );
}
