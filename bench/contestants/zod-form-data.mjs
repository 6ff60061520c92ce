import { z } from 'zod';
import { zfd } from 'zod-form-data';
import { toSchema, withLineFeeds } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: 'zod-form-data',
  role: 'peer',
  toParser({ model }) {
    const schema = zfd.formData(
      toSchema(model, z, {
        text: (inner) => zfd.text(inner),
        optionalText: (inner) => zfd.text(inner),
        longText: (inner) => zfd.text(withLineFeeds(inner)),
        number: (inner) => zfd.numeric(inner),
        box: () => zfd.checkbox(),
        date: () => zfd.text(z.coerce.date()),
        choices: (inner) => zfd.repeatable(inner),
      }),
    );
    return { parse: (form) => validate(schema, form), outcome: outcomeOfZod };
  },
};
