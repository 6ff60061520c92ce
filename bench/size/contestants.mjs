// Whose scripts are weighed: each page has the same form, and nothing else.

/** A page that a bundler is given, or an app of SvelteKit's. @typedef {{ page: string } | { kit: string }} Source */
/**
 * `packages`: whose versions are shown. `beside`: the same form without the peer, whose bytes are the framework's.
 * @typedef {{ title: string, packages: readonly string[], source: Source, beside?: { title: string, source: Source } }} Contestant
 */

const react = { title: 'React', source: { page: 'react.mjs' } };
const svelte = { title: 'Svelte and SvelteKit', source: { kit: 'plain' } };

/** @type {readonly Contestant[]} */
export const contestants = [
  { title: 'astro-action-forms', packages: [], source: { page: 'ours.mjs' } },
  { title: 'Turbo', packages: ['@hotwired/turbo'], source: { page: 'turbo.mjs' } },
  { title: 'htmx', packages: ['htmx.org'], source: { page: 'htmx.mjs' } },
  { title: 'Precognition, by hand', packages: ['laravel-precognition'], source: { page: 'precognition.mjs' } },
  {
    title: 'Precognition for React',
    packages: ['laravel-precognition-react'],
    source: { page: 'precognition-react.mjs' },
    beside: react,
  },
  { title: 'Conform', packages: ['@conform-to/react'], source: { page: 'conform.mjs' }, beside: react },
  { title: 'superforms', packages: ['sveltekit-superforms'], source: { kit: 'superforms' }, beside: svelte },
  { title: 'SvelteKit remote forms', packages: ['@sveltejs/kit'], source: { kit: 'remote' }, beside: svelte },
];
