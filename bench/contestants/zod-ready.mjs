import { z } from 'zod';
import { toReady, toSchema } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

/** No form is read at all: the time that any decoder adds to. */
/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: 'safeParse alone',
  role: 'bound',
  toParser({ model, typed }) {
    const schema = toSchema(model, z);
    const ready = toReady(model, typed);
    return { parse: () => validate(schema, ready), outcome: outcomeOfZod, readsForm: false };
  },
};
