import { parseSubmission } from '@conform-to/dom/future';
import { coerceFormValue } from '@conform-to/zod/v4/future';
import { z } from 'zod';
import { toSchema, withLineFeeds } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

/** Conform's newer functions, which it calls `future`. */
/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: '@conform-to/zod future',
  role: 'peer',
  toParser({ model }) {
    const schema = coerceFormValue(
      toSchema(model, z, { box: () => z.boolean().default(false), longText: withLineFeeds }),
    );
    return { parse: (form) => validate(schema, parseSubmission(form).payload), outcome: outcomeOfZod };
  },
};
