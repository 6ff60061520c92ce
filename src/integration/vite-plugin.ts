import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { astroManifest } from './astro-version.js';
import { withCompileHint } from './compile-hint.js';
import { completedModule, isAstroActionsModule, type CompletionChoice } from './complete-astro-actions.js';
import { guardedFetchModule, isFetchableModule } from './guarded-fetch.js';
import {
  serverInBrowser,
  DIRECT_IMPORT_MODULE,
  directImportModule,
  FETCH_GUARD_MODULE,
  POST_MIDDLEWARE_MODULE,
  PRE_MIDDLEWARE_MODULE,
  SERVER_MODULE,
  SETUP_MODULE,
  prerenderSetupModule,
  setupModule,
  withSetup,
  type SetupSource,
} from './modules.js';

export type VitePlugin = Extract<NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>, { name: string }>;

export interface PluginOptions {
  readonly root: URL;
  readonly srcDir: URL;
  readonly setup: Omit<SetupSource, 'actionsId'>;
  readonly completion: CompletionChoice;
}

/** Vite's module around every dynamic import, of about a kilobyte: it preloads stylesheets, of which the island has none. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';
const clientDir = fileURLToPath(new URL('../client/', import.meta.url));

const RESOLVED = '\0astro-action-forms:';
const entryOf: Readonly<Record<string, string>> = {
  [PRE_MIDDLEWARE_MODULE]: 'astro-action-forms/internal/middleware-pre',
  [POST_MIDDLEWARE_MODULE]: 'astro-action-forms/internal/middleware-post',
  [FETCH_GUARD_MODULE]: 'astro-action-forms/internal/guard-fetch',
  [SERVER_MODULE]: 'astro-action-forms/internal/server',
};

const PACKAGE = 'astro-action-forms/';
/** What our components import. Like the server entry, it is an error that names the integration without it. */
const componentModules: readonly string[] = [`${PACKAGE}internal/components`, `${PACKAGE}internal/controls`];

/** Makes our virtual modules, and completes Astro's `astro:actions`. */
export function vitePlugin({ root, srcDir, setup, completion }: PluginOptions): VitePlugin {
  let actionsId: string | undefined;
  return {
    name: 'astro-action-forms',
    enforce: 'pre',
    // Our code has to go through Vite on every server, or the virtual modules that it leads to could not be found.
    configEnvironment(name: string) {
      return name === 'client'
        ? { optimizeDeps: { exclude: ['astro-action-forms'] } }
        : { resolve: { noExternal: ['astro-action-forms'] } };
    },
    outputOptions(options) {
      return this.environment.name === 'client' ? withCompileHint(options) : undefined;
    },
    async resolveId(id: string, importer?: string) {
      if (id === PRELOAD_HELPER && importer?.startsWith(clientDir)) return RESOLVED + DIRECT_IMPORT_MODULE;
      // Astro brings unstorage with it; a strict package manager lets the project itself not see it.
      if (id.startsWith('unstorage/') && importer === RESOLVED + SETUP_MODULE) {
        return (await this.resolve(id, importer)) ?? (await this.resolve(id, astroManifest(root)));
      }
      if (componentModules.includes(id))
        return fileURLToPath(new URL(`../${id.slice(PACKAGE.length)}.js`, import.meta.url));
      if (id !== SETUP_MODULE && !Object.hasOwn(entryOf, id)) return undefined;
      if (id === SETUP_MODULE) actionsId = (await this.resolve(fileURLToPath(new URL('actions', srcDir))))?.id;
      return RESOLVED + id;
    },
    load(id: string) {
      if (!id.startsWith(RESOLVED)) return undefined;
      const name = id.slice(RESOLVED.length);
      if (name === DIRECT_IMPORT_MODULE) return directImportModule;
      if (name === SETUP_MODULE) {
        const toModule = isPrerendering(this.environment) ? prerenderSetupModule : setupModule;
        return toModule({ ...setup, actionsId });
      }
      if (name === SERVER_MODULE && this.environment.name === 'client') this.error(serverInBrowser);
      return withSetup(entryOf[name] ?? name);
    },
    transform(source: string, id: string) {
      if (isServerEntry(this.environment, this.getModuleInfo(id))) {
        return { code: `import '${SETUP_MODULE}';\n${source}`, map: null };
      }
      if (this.environment.name === 'client') return undefined;
      const code = isAstroActionsModule(id)
        ? completedModule(completion)
        : isFetchableModule(id) && setup.options.csrf === 'fetch-metadata'
          ? guardedFetchModule(source)
          : undefined;
      return code === undefined ? undefined : { code, map: null };
    },
  };
}

type Environment = { readonly name: string; readonly mode: string };

/** Astro renders prerendered pages in an environment of that name. */
function isPrerendering({ name, mode }: Environment): boolean {
  return mode === 'build' && name === 'prerender';
}

/** The set-up runs when the server starts, so that what is missing is told then and not by the first request. */
function isServerEntry({ name, mode }: Environment, info: { readonly isEntry: boolean } | null): boolean {
  return mode === 'build' && name === 'ssr' && info?.isEntry === true;
}
