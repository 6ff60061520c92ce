import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import actionForms from 'astro-action-forms';
import { defineConfig, envField } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms()],
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
