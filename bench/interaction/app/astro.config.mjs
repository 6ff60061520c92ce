import node from '@astrojs/node';
import actionForms from 'astro-action-forms';
import { defineConfig } from 'astro/config';

/** One form of 200 fields, on a page for every contestant of `npm run bench:interaction`. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms()],
});
