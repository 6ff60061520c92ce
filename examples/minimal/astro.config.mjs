import node from '@astrojs/node';
import actionForms from 'astro-action-forms';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms()],
});
