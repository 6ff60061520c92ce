/** The modules that the Vite plugin makes. */

import type { RuntimeOptions } from '../server/runtime.js';
import type { StoreModule } from './store-module.js';
import type { UploadModule } from './upload-module.js';

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
  /** The modules of Zod that word issues, by language. */
  readonly errorMaps: Readonly<Record<string, string>>;
  readonly uploads: UploadModule;
}

/**
 * The set-up module. `src/actions` is imported lazily: it imports `/server`, and so this module, itself; a static import
 * of it builds, and then answers every request with 500.
 */
export function setupModule({ options, devSecret, actionsId, store, uploads, errorMaps }: SetupSource): string {
  const words = wordsOf(errorMaps);
  return `
import { configure, resolveSecrets } from 'astro-action-forms/internal/runtime';
${store.imports}
${uploads.imports}
${words.imports}
const secrets = resolveSecrets(${JSON.stringify({ dev: devSecret, sharedStore: store.sharedAs })});
configure({ ...${JSON.stringify(options)}, secrets }, ${loadOf(actionsId)}, ${store.expression}, ${words.expression}, ${uploads.expression});
`;
}

/** The set-up while a build renders pages: without store and secret, which belong to where the server runs. */
export function prerenderSetupModule({
  options,
  actionsId,
  errorMaps,
}: Pick<SetupSource, 'options' | 'actionsId' | 'errorMaps'>): string {
  const words = wordsOf(errorMaps);
  return `
import { configure } from 'astro-action-forms/internal/runtime';
${words.imports}
configure({ ...${JSON.stringify(options)}, secrets: [crypto.randomUUID()] }, ${loadOf(actionsId)}, undefined, ${words.expression});
`;
}

/** Zod's words are functions, so that they come by import. */
function wordsOf(errorMaps: SetupSource['errorMaps']): { imports: string; expression: string } {
  const modules = Object.entries(errorMaps);
  return {
    imports: modules.map(([, path], index) => `import words${index} from ${JSON.stringify(path)};`).join('\n'),
    expression: `{ ${modules.map(([language], index) => `${JSON.stringify(language)}: words${index}().localeError`).join(', ')} }`,
  };
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
