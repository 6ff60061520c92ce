import { decode } from 'decode-formdata';
import { z } from 'zod';
import { controlsOf, toSchema, withLineFeeds } from '../form-model.mjs';
import { outcomeOfZod, validate } from './contestant.mjs';

/** @type {import('./contestant.mjs').Contestant<import('zod').ZodSafeParseResult<unknown>>} */
export default {
  name: 'decode-formdata',
  role: 'peer',
  toParser({ model }) {
    const schema = toSchema(model, z, {
      longText: withLineFeeds,
      optionalText: (inner) => inner.transform((text) => text || undefined),
    });
    const controls = controlsOf(model);
    /** @param {readonly string[]} kinds */
    const namesOf = (...kinds) => controls.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path.join('.'));
    const info = {
      arrays: namesOf('list', 'choices'),
      booleans: namesOf('box'),
      dates: namesOf('date'),
      numbers: namesOf('number'),
    };
    return { parse: (form) => validate(schema, decode(form, info)), outcome: outcomeOfZod };
  },
};
