import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Of all the apps beside it: each is built in its own folder. */
export default defineConfig({
  // it has components, which Node does not load
  ssr: { noExternal: ['sveltekit-superforms'] },
  plugins: [
    sveltekit({
      files: { appTemplate: '../app.html' },
      experimental: { remoteFunctions: true },
      compilerOptions: { experimental: { async: true } },
    }),
  ],
});
