import { ActionError, defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { addJob, removeJob, setDone } from '../data/jobs';

const id = z.number().int();
const gone = () => new ActionError({ code: 'NOT_FOUND', message: 'This job is gone.' });

export const jobs = {
  add: defineAction({
    accept: 'form',
    input: z.object({
      title: z.string().trim().min(1, 'Enter what is to be done').max(60, 'Keep it below 60 characters'),
    }),
    handler: ({ title }, ctx) => {
      if (/\bjam\b/i.test(title)) throw ctx.invalid({ title: 'The press jams on this one' }, { code: 'CONFLICT' });
      return { id: addJob(title, ctx.locals.visitor) };
    },
  }),

  tick: defineAction({
    accept: 'form',
    input: z.object({ id, done: z.boolean() }),
    handler: (job, ctx) => {
      if (!setDone(job.id, job.done, ctx.locals.visitor)) throw gone();
      return job;
    },
  }),

  remove: defineAction({
    accept: 'form',
    input: z.object({ id }),
    handler: (job, ctx) => {
      if (!removeJob(job.id, ctx.locals.visitor)) throw gone();
      return job;
    },
  }),
};
