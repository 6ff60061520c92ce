/** The modules that the Vite plugin makes. */

import type { RuntimeOptions } from '../server/runtime.js';

/** Runs `configure()`; imported by everything of ours that a server loads. */
export const SETUP_MODULE = 'virtual:astro-action-forms/setup';
export const PRE_MIDDLEWARE_MODULE = 'virtual:astro-action-forms/middleware-pre';
export const POST_MIDDLEWARE_MODULE = 'virtual:astro-action-forms/middleware-post';
/** The public server entry; in an app it is preceded by the set-up. */
export const SERVER_MODULE = 'astro-action-forms/server';

/** Environment variable: the current secret, then previous ones, separated by spaces or commas. */
const SECRET_VARIABLE = 'ACTION_FORMS_SECRET';

export interface SetupSource {
  readonly options: Omit<RuntimeOptions, 'secrets'>;
  /** Used when the environment names none. */
  readonly secret: string;
  /** The resolved id of `src/actions`, if the app has it. */
  readonly actionsId: string | undefined;
  /** A module whose default export is the store. */
  readonly storeEntrypoint: string | undefined;
}

/**
 * The set-up module. `src/actions` is imported lazily: it imports `/server`, and so this module, itself; a static import
 * of it builds, and then answers every request with 500.
 */
export function setupModule({ options, secret, actionsId, storeEntrypoint }: SetupSource): string {
  const load = actionsId === undefined ? '({})' : `(await import(${JSON.stringify(actionsId)})).server ?? {}`;
  const store = storeEntrypoint === undefined ? '' : `import store from ${JSON.stringify(storeEntrypoint)};`;
  return `
import { configure } from 'astro-action-forms/internal/runtime';
${store}
const fromEnvironment = (globalThis.process?.env?.${SECRET_VARIABLE} ?? '').split(/[\\s,]+/).filter(Boolean);
const secrets = fromEnvironment.length > 0 ? fromEnvironment : [${JSON.stringify(secret)}];
configure({ ...${JSON.stringify(options)}, secrets }, async () => ${load}${storeEntrypoint === undefined ? '' : ', store'});
`;
}

/** One of our entries, preceded by the set-up. */
export function withSetup(entry: string): string {
  return `import '${SETUP_MODULE}';\nexport * from ${JSON.stringify(entry)};`;
}

/** Why the public server entry cannot be loaded in a browser, instead of a failing import of `node:async_hooks`. */
export const serverInBrowser =
  "[astro-action-forms] 'astro-action-forms/server' was imported by code for the browser. Import types only, or use 'astro-action-forms/client'.";

/** In the place of Vite's preload helper, for the island's own imports only. */
export const DIRECT_IMPORT_MODULE = 'direct-import';
export const directImportModule = 'export const __vitePreload = (load) => load();';
