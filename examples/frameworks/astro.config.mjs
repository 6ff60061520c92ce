import node from '@astrojs/node';
import react from '@astrojs/react';
import svelte from '@astrojs/svelte';
import actionForms from 'astro-action-forms';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [actionForms(), react(), svelte()],
  devToolbar: { enabled: false },
});
