import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Tests that build and serve whole Astro apps: by folder, or by name where the test belongs beside its subject. */
const appTests = ['test/{apps,seed,pack,guides}/**/*.test.ts', 'test/hostile/*.test.ts', 'test/**/*.app.test.ts'];
const componentTests = ['test/components/**/*.test.ts'];
/** Tests that run in a real browser, without an app. */
const clientTests = ['test/client/**/*.test.ts', 'test/**/*.browser.test.ts'];
const neverTests = ['test/fixtures/**', '**/node_modules/**', '**/dist/**'];

/** What hostile bodies cost: measured on a quiet machine (`npm run test:cost`), since a busy one would decide the outcome. */
const cost: TestProjectInlineConfiguration = {
  test: {
    name: 'cost',
    include: ['test/hostile/*.measure.ts'],
    globalSetup: ['test/support/app-cache.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
};

/** The oldest Zod that the package takes: what reads schemas and forms is tested with it too. */
const oldestZod: TestProjectInlineConfiguration = {
  plugins: [astroActionsOptions()],
  resolve: { alias: [{ find: /^zod(?=$|\/)/, replacement: 'zod-4-5' }] },
  test: {
    name: 'zod 4.5',
    include: ['test/{schema,submission}/**/*.test.ts', 'test/hostile/decoder/**/*.test.ts'],
    exclude: [...neverTests, ...clientTests],
    provide: { zodPackage: 'zod-4-5' },
    isolate: false,
    // these import Zod themselves: what is not inlined is loaded by Node, which knows no alias
    server: { deps: { inline: [/\/node_modules\/(?:astro|zod-form-data)\//] } },
  },
};

/** Schemas of one copy of Zod, read with another one: the contract with the forms of a dependency, say. */
const twoZods: TestProjectInlineConfiguration = {
  plugins: [astroActionsOptions(), schemasOf('zod-4-5')],
  test: {
    name: 'two copies of zod',
    include: ['test/submission/contract/**/*.test.ts'],
    provide: { zodPackage: 'zod-4-5' },
  },
};

/** The examples' own tests of their actions, with what the package gives for that. */
async function examples(): Promise<TestProjectInlineConfiguration> {
  const test = { name: 'examples', include: ['examples/*/test/**/*.test.ts'] };
  const built = new URL('./dist/testing/vitest-plugin.js', import.meta.url);
  if (!existsSync(built)) return { test };
  const { actionForms } = await import(built.href);
  return { plugins: [actionForms()], test };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [astroActionsOptions()],
        test: {
          name: 'unit',
          provide: { zodPackage: 'zod' },
          include: ['test/**/*.test.ts'],
          exclude: [...neverTests, ...appTests, ...componentTests, ...clientTests, 'test/e2e/**'],
          server: { deps: { inline: [/\/node_modules\/astro\//] } },
        },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            checker: 'tsc',
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/types/tsconfig.json',
          },
        },
      },
      oldestZod,
      twoZods,
      examples,
      component,
      {
        test: {
          name: 'client',
          include: clientTests,
          exclude: neverTests,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'apps',
          include: appTests,
          exclude: [...neverTests, ...componentTests, ...clientTests, 'test/e2e/**'],
          globalSetup: ['test/support/app-cache.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      ...(process.env['MEASURE'] ? [cost] : []),
    ],
  },
});

/** The Container API needs Astro's own Vite plugins and the integration; the latter as built. */
async function component(): Promise<TestProjectInlineConfiguration> {
  const test = {
    name: 'component',
    dir: import.meta.dirname,
    include: componentTests,
    exclude: neverTests,
    testTimeout: 20_000,
  };
  const built = new URL('./dist/index.js', import.meta.url);
  if (!existsSync(built)) return { test };
  const [{ getViteConfig }, { default: actionForms }] = await Promise.all([import('astro/config'), import(built.href)]);
  const configure = getViteConfig(
    // why: Vitest adds `test` to Vite's config type only where vitest/config is imported by astro
    { test } as Parameters<typeof getViteConfig>[0],
    {
      root: fileURLToPath(new URL('./test/fixtures/components/', import.meta.url)),
      configFile: false,
      output: 'server',
      logLevel: 'error',
      integrations: [actionForms()],
    },
  );
  // why: Astro returns a Vite config, which is what an inline project is
  return (await configure({ mode: 'test', command: 'serve' })) as TestProjectInlineConfiguration;
}

/** Astro's server runtime of actions imports a module that only Astro's own Vite plugin makes. */
function astroActionsOptions(): Plugin {
  const id = 'virtual:astro:actions/options';
  return {
    name: 'test:astro-actions-options',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? 'export const shouldAppendTrailingSlash = false;' : undefined),
  };
}

/** What tests import as Zod is another package than what the sources import. */
function schemasOf(zod: string): Plugin {
  const tests = new URL('./test/', import.meta.url).pathname;
  return {
    name: 'test:schemas-of-another-zod',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.startsWith(tests) || !/^zod(?=$|\/)/.test(source)) return undefined;
      return this.resolve(source.replace('zod', zod), importer, { skipSelf: true });
    },
  };
}
