/** The modules that the Vite plugin makes. */

import type { RuntimeOptions } from '../server/runtime.js';
import type { StoreModule } from './store-module.js';

/** Runs `configure()`; imported by everything of ours that a server loads. */
export const SETUP_MODULE = 'virtual:astro-action-forms/setup';
export const PRE_MIDDLEWARE_MODULE = 'virtual:astro-action-forms/middleware-pre';
export const POST_MIDDLEWARE_MODULE = 'virtual:astro-action-forms/middleware-post';
/** Puts the app's own request handler behind the guard. */
export const FETCH_GUARD_MODULE = 'virtual:astro-action-forms/fetch-guard';
/** The public server entry; in an app it is preceded by the set-up. */
export const SERVER_MODULE = 'astro-action-forms/server';

export interface SetupSource {
  readonly options: Omit<RuntimeOptions, 'secrets'>;
  /** Used in dev when the environment names none. */
  readonly devSecret: string | undefined;
  /** The resolved id of `src/actions`, if the app has it. */
  readonly actionsId: string | undefined;
  readonly store: StoreModule;
}

/**
 * The set-up module. `src/actions` is imported lazily: it imports `/server`, and so this module, itself; a static import
 * of it builds, and then answers every request with 500.
 */
export function setupModule({ options, devSecret, actionsId, store }: SetupSource): string {
  return `
import { configure, resolveSecrets } from 'astro-action-forms/internal/runtime';
${store.imports}
const secrets = resolveSecrets(${JSON.stringify({ dev: devSecret, sharedStore: store.sharedAs })});
configure({ ...${JSON.stringify(options)}, secrets }, ${loadOf(actionsId)}, ${store.expression});
`;
}

/** The set-up while a build renders pages: without store and secret, which belong to where the server runs. */
export function prerenderSetupModule({ options, actionsId }: Pick<SetupSource, 'options' | 'actionsId'>): string {
  return `
import { configure } from 'astro-action-forms/internal/runtime';
configure({ ...${JSON.stringify(options)}, secrets: [crypto.randomUUID()] }, ${loadOf(actionsId)});
`;
}

function loadOf(actionsId: string | undefined): string {
  return `async () => ${actionsId === undefined ? '({})' : `(await import(${JSON.stringify(actionsId)})).server ?? {}`}`;
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
