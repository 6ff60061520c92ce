/** How an app's own `src/fetch.ts` gets behind the guard. What Astro does not document of it stands here. */
import { developerError } from '../server/developer-error.js';
import { FETCH_GUARD_MODULE } from './modules.js';

/** Astro's id of the module that has the app's request handler, or its own. */
const ASTRO_FETCHABLE = '\0virtual:astro:fetchable';

export function isFetchableModule(id: string): boolean {
  return id === ASTRO_FETCHABLE;
}

/**
 * The module with the app's handler behind the guard. Undefined for Astro's own handler, which always runs the middleware.
 *
 * @throws AstroError when Astro's module is not as it was: better no site than one without a guard.
 */
export function guardedFetchModule(code: string): string | undefined {
  if (code.includes('isDefaultFetchHandler')) return undefined;
  const own = /^export \{ default \} from (['"])([^'"\n]+)\1;?\s*$/.exec(code)?.[2];
  if (own === undefined) throw changed();
  return `import handler from ${JSON.stringify(own)};
import { guardFetch } from '${FETCH_GUARD_MODULE}';
export default guardFetch(handler);`;
}

function changed(): Error {
  return developerError(
    'src/fetch.ts cannot be put behind the guard',
    'this version of Astro loads it in another way, and it may run pages and actions before any middleware.',
    "Set `csrf: 'astro'` in actionForms(): then Astro's own check stays in place.",
    'Or rename the file, if it is not meant as a request handler: Astro takes `fetchFile: null`.',
  );
}
