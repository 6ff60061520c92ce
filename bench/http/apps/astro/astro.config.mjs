import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

/** Carries results the way Astro itself did before version 5: in a cookie that is neither sealed nor tied to anything. */
const cookie = {
  name: 'result-cookie',
  hooks: {
    /** @type {import('astro').AstroIntegration['hooks']['astro:config:setup']} */
    'astro:config:setup': ({ addMiddleware, config }) =>
      addMiddleware({ order: 'pre', entrypoint: new URL('src/result-cookie.ts', config.root) }),
  },
};

/** The benchmark builds it as it is, and with a result cookie. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: process.env.BENCH_COOKIE === 'yes' ? [cookie] : [],
});
