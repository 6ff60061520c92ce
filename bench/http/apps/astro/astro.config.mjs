import node from '@astrojs/node';
import { defineConfig, sessionDrivers } from 'astro/config';

/** Carries results across a redirect: `by` is one of the middlewares in src. */
const carried = (/** @type {string} */ by) => ({
  name: `result-${by}`,
  hooks: {
    /** @type {import('astro').AstroIntegration['hooks']['astro:config:setup']} */
    'astro:config:setup': ({ addMiddleware, config }) =>
      addMiddleware({ order: 'pre', entrypoint: new URL(`src/result-${by}.ts`, config.root) }),
  },
});

const by = process.env.BENCH_CARRIED_BY;

/** The benchmark builds it as it is, and with results that are carried by a session or a cookie. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  session: { driver: sessionDrivers.memory() },
  integrations: by === undefined ? [] : [carried(by)],
});
