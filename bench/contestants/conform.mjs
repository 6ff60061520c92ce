import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { toSchema, withLineFeeds } from '../form-model.mjs';

/** @type {import('./contestant.mjs').Contestant<import('@conform-to/dom').Submission<unknown, string[]>>} */
export default {
  name: '@conform-to/zod',
  role: 'peer',
  toParser({ model }) {
    const schema = toSchema(model, z, { box: () => z.boolean().default(false), longText: withLineFeeds });
    return {
      parse: (form) => parseWithZod(form, { schema }),
      outcome: (submission) =>
        submission.status === 'success' ? { data: submission.value } : { errors: Object.keys(submission.error ?? {}) },
    };
  },
};
