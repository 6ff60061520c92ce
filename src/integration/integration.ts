import type { AstroConfig, AstroIntegration, IntegrationResolvedRoute } from 'astro';
import { astroVersion } from './astro-version.js';
import { assertMiddlewareMode, assertServer } from './checks.js';
import { assertStore } from './store-checks.js';
import { isSeenAstro, replacedExports } from './complete-astro-actions.js';
import { injectedClientTypes, injectedTypes } from './injected-types.js';
import { POST_MIDDLEWARE_MODULE, PRE_MIDDLEWARE_MODULE, type SetupSource } from './modules.js';
import { onceCheck } from './once-check.js';
import { namedSecrets } from '../server/secrets.js';
import { resolveOptions, type ActionFormsOptions, type ResolvedOptions } from './options.js';
import { devSecret } from './secret.js';
import { cannotClaim, storeModule } from './store-module.js';
import { namedLocales, zodLocales } from './zod-locales.js';
import { uploadModule } from './upload-module.js';
import { headPlugin } from './head-metadata.js';
import { vitePlugin } from './vite-plugin.js';

/** Astro's own default of `security.actionBodySizeLimit`. */
const ASTRO_BODY_LIMIT = 1024 * 1024;

/**
 * Makes Astro Actions complete for forms.
 *
 * @example
 * export default defineConfig({ adapter: node({ mode: 'standalone' }), integrations: [actionForms()] });
 *
 * @throws AstroError at start for options and secrets that do not fit, and where there is no server for actions to run on.
 */
export default function actionForms(options: ActionFormsOptions = {}): AstroIntegration {
  const resolved = resolveOptions(options);
  let command = 'dev';
  // Astro resolves the routes before or after the configuration is done, depending on who starts it.
  const known: { config?: AstroConfig; routes?: readonly IntegrationResolvedRoute[] } = {};
  const check = (): void => {
    if (known.config !== undefined && known.routes !== undefined) assertServer(known.config, known.routes, command);
  };
  return {
    name: 'astro-action-forms',
    hooks: {
      'astro:config:setup': (setup) => {
        ({ command } = setup);
        const isDev = command === 'dev';
        namedSecrets();
        assertStore(resolved.store, command, setup.config.root);
        setup.addMiddleware({ entrypoint: PRE_MIDDLEWARE_MODULE, order: 'pre' });
        setup.addMiddleware({ entrypoint: POST_MIDDLEWARE_MODULE, order: 'post' });
        setup.updateConfig({
          ...(resolved.csrf === 'fetch-metadata' && { security: { checkOrigin: false } }),
          vite: {
            plugins: [
              headPlugin(),
              vitePlugin({
                root: setup.config.root,
                srcDir: setup.config.srcDir,
                setup: toSetup(resolved, setup.config, isDev),
                completion: { enabled: resolved.completeAstroActions },
              }),
              ...(cannotClaim(resolved.store) ? [onceCheck()] : []),
            ],
          },
        });
        if (resolved.completeAstroActions) announce(setup.logger, isDev, astroVersion(setup.config.root));
      },
      'astro:config:done': (done) => {
        known.config = done.config;
        check();
        done.injectTypes({ filename: 'client.d.ts', content: injectedClientTypes });
        if (resolved.completeAstroActions) done.injectTypes({ filename: 'actions.d.ts', content: injectedTypes });
      },
      'astro:routes:resolved': ({ routes }) => {
        known.routes = routes;
        check();
      },
      'astro:build:ssr': ({ manifest }) => assertMiddlewareMode(manifest.middlewareMode),
    },
  };
}

type Logger = { info(message: string): void; warn(message: string): void };

function announce(logger: Logger, isDev: boolean, version: string): void {
  if (isDev) {
    logger.info(
      `astro:actions gets its ${replacedExports.join(', ')} from astro-action-forms (completeAstroActions: false leaves it alone).`,
    );
  }
  if (!isSeenAstro(version)) {
    logger.warn(
      `Astro ${version} is newer than what this version of astro-action-forms was tested with. What it adds to astro:actions is passed through; if actions misbehave, set completeAstroActions: false and report it.`,
    );
  }
}

function toSetup(resolved: ResolvedOptions, config: AstroConfig, isDev: boolean): Omit<SetupSource, 'actionsId'> {
  const { csrf, trustedOrigins, limits, enhance, messages, locales, uploads, store } = resolved;
  const locale = resolved.locale ?? config.i18n?.defaultLocale ?? 'en';
  const { driver, ...uploadOptions } = uploads;
  const resolve = (entrypoint: string) => resolveEntrypoint(entrypoint, config.root);
  return {
    options: {
      dev: isDev,
      csrf,
      trustedOrigins,
      limits,
      enhance,
      locale,
      messages,
      locales,
      uploads: uploadOptions,
      bodySizeLimit: config.security?.actionBodySizeLimit ?? ASTRO_BODY_LIMIT,
    },
    errorMaps: zodLocales([locale, ...Object.keys(locales), ...namedLocales(config)]),
    devSecret: isDev ? devSecret(config.cacheDir) : undefined,
    store: storeModule(store, resolve),
    uploads: uploadModule(driver, resolve),
  };
}

/** A relative entrypoint counts from the project's root, as Astro's own entrypoints do. */
function resolveEntrypoint(entrypoint: string, root: URL): string {
  return entrypoint.startsWith('.') ? new URL(entrypoint, root).pathname : entrypoint;
}
