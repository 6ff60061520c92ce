import { watchAids } from '../client/aids.js';

// Astro puts so small a script into the page, where it would run also while the island's cannot be loaded.
void customElements.whenDefined('action-form').then(watchAids);
