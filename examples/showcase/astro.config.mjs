import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import actionForms, { memoryStore, redisStore } from 'astro-action-forms';
import { defineConfig, envField } from 'astro/config';
import { codeOfPages } from './code/vite-plugin.mjs';

// Read when the site is built. In one process the memory will do; several share what they keep, in the Redis that
// REDIS_URL names where they run: `REDIS_URL=redis://localhost:6379 ACTION_FORMS_SECRET=… npm start`.
const store = process.env.REDIS_URL ? redisStore() : memoryStore();
// The name of the site behind a proxy that ends TLS. What such a proxy forwards is believed for this name only.
const domain = process.env.SHOWCASE_DOMAIN;

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms({ store })],
  // Pages under /de/ are in German, and so is what their forms say.
  i18n: { locales: ['en', 'de'], defaultLocale: 'en' },
  security: { allowedDomains: domain ? [{ hostname: domain, protocol: 'https' }] : [] },
  // The code beside the forms.
  vite: { plugins: [codeOfPages()] },
  // Vite's own apart, a page without JavaScript has no script in dev either.
  devToolbar: { enabled: false },
  env: {
    schema: {
      // The folder of the SQLite file. Kept between restarts, and out of git.
      SHOWCASE_DATA: envField.string({
        context: 'server',
        access: 'secret',
        default: fileURLToPath(new URL('.data/', import.meta.url)),
      }),
    },
  },
});
