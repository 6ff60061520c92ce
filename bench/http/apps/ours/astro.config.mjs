import node from '@astrojs/node';
import actionForms, { redisStore, sqliteStore } from 'astro-action-forms';
import { defineConfig } from 'astro/config';

/** @type {Record<string, import('astro-action-forms').StoreDescriptor>} */
const stores = {
  memory: { entrypoint: './src/store.ts', shared: false },
  sqlite: sqliteStore({ path: 'store/bench.sqlite' }),
  redis: redisStore({ prefix: 'bench:' }),
};

/** The page with components once more, for other actions: under paths of their own, so that no query is read for them. */
const otherForms = {
  name: 'other-forms',
  hooks: {
    /** @type {import('astro').AstroIntegration['hooks']['astro:config:setup']} */
    'astro:config:setup': ({ injectRoute }) => {
      for (const pattern of ['/once', '/long']) injectRoute({ pattern, entrypoint: './src/pages/components.astro' });
    },
  },
};

/** The benchmark builds it with each store. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms({ store: stores[process.env.BENCH_STORE ?? 'memory'] }), otherForms],
});
