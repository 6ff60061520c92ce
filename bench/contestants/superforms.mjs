import { z } from 'zod';
import { toSchema, withLineFeeds } from '../form-model.mjs';

// its entries load every validator that it has an adapter for, and Svelte components
const folder = new URL('../node_modules/sveltekit-superforms/dist/', import.meta.url).href;
/** @type {{ superValidate: (form: FormData, adapter: unknown) => Promise<Validated> }} */
const { superValidate } = await import(`${folder}superValidate.js`);
/** @type {{ zod: (schema: unknown) => unknown }} */
const { zod: zod4 } = await import(`${folder}adapters/zod4.js`);

/** @typedef {{ valid: boolean, data: unknown, errors: Record<string, unknown> }} Validated */

/** @type {import('./contestant.mjs').Contestant<Validated>} */
export default {
  name: 'superforms',
  role: 'peer',
  toParser({ model }) {
    const adapter = zod4(toSchema(model, z, { longText: withLineFeeds }));
    return {
      parse: (form) => superValidate(form, adapter),
      outcome: ({ valid, data, errors }) => (valid ? { data } : { errors: Object.keys(errors) }),
    };
  },
};
