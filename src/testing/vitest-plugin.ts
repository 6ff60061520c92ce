import { fileURLToPath } from 'node:url';

/** The part of a Vite plugin that this one is. */
export interface TestingPlugin {
  name: string;
  enforce: 'pre';
  config(): object;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

const server = fileURLToPath(new URL('../internal/server.js', import.meta.url));

/** In an app the integration and Astro put something in the place of these; under Vitest alone nobody does. */
const modules: Readonly<Record<string, string>> = {
  'astro-action-forms/server': `export * from ${JSON.stringify(server)};`,
  'astro:actions': `export * from ${JSON.stringify(server)};`,
  // Astro's own runtime of actions asks how addresses end.
  'virtual:astro:actions/options': 'export const shouldAppendTrailingSlash = false;',
};

const RESOLVED = '\0astro-action-forms:testing:';

/**
 * A plugin for `vitest.config.ts` with which `src/actions` can be imported in a test without Astro: `astro:actions` and
 * `astro-action-forms/server` are what they are on a server with default options. Where actions import further modules of
 * Astro's, such as `astro:env/server`, use Astro's `getViteConfig()` instead, which brings all of the site's set-up.
 *
 * @example
 * import { actionForms } from 'astro-action-forms/testing/vitest';
 * export default defineConfig({ plugins: [actionForms()] });
 */
export function actionForms(): TestingPlugin {
  return {
    name: 'astro-action-forms:testing',
    enforce: 'pre',
    // What Node loads by itself, Vite's modules are not there for.
    config: () => ({
      test: { server: { deps: { inline: [/\/astro-action-forms\/dist\//, /\/node_modules\/astro\//] } } },
    }),
    resolveId: (id) => (Object.hasOwn(modules, id) ? RESOLVED + id : undefined),
    load: (id) => (id.startsWith(RESOLVED) ? modules[id.slice(RESOLVED.length)] : undefined),
  };
}
