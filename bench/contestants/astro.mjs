import { z } from 'zod';
import { toSchema, withLineFeeds } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

// what Astro's own form actions are made of; not exported
const file = new URL('../../node_modules/astro/dist/actions/runtime/server.js', import.meta.url).href;
/** @type {{ formDataToObject: (form: FormData, schema: unknown) => unknown }} */
const { formDataToObject } = await import(file);

/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: 'Astro',
  role: 'peer',
  toParser({ model }) {
    const schema = toSchema(model, z, { date: () => z.coerce.date(), longText: withLineFeeds });
    return { parse: (form) => validate(schema, formDataToObject(form, schema)), outcome: outcomeOfZod };
  },
};
