import { z } from 'zod';
import { toSchema } from '../form-model.mjs';
import { namesOf } from './contestant.mjs';

// run.mjs says where the build is; set, BENCH_DIST names another one
const dist = process.env.BENCH_DIST;
/** @type {typeof import('../../src/submission/parse.js')} */
const { parseSubmission } = await import(`${dist}/submission/parse.js`);

/** A failed form needs what was typed as well as the issues, so that is part of what is measured. */
/** @type {import('./contestant.mjs').Contestant<import('../../src/submission/parse.js').Submission>} */
export default {
  name: 'astro-action-forms',
  role: 'ours',
  toParser({ model }) {
    const schema = toSchema(model, z);
    const options = { limits: { names: 10_000 } };
    return {
      parse(form) {
        const submission = parseSubmission(schema, form, options);
        if (!(submission instanceof Promise) && !submission.valid && !submission.values) throw new Error('No values');
        return submission;
      },
      outcome: (submission) => (submission.valid ? { data: submission.data } : { errors: namesOf(submission.issues) }),
    };
  },
};
