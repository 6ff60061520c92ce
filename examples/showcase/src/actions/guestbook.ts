import { ActionError, defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { addEntry, removeEntry } from '../data/guestbook';

export const guestbook = {
  sign: defineAction({
    accept: 'form',
    input: z.object({
      name: z.string().trim().min(1, 'Enter your name').max(60, 'Keep your name below 60 characters'),
      message: z.string().trim().min(1, 'Write a few words').max(500, 'Keep it below 500 characters'),
    }),
    handler: (entry, ctx) => ({ id: addEntry(entry, ctx.locals.visitor) }),
  }),

  remove: defineAction({
    accept: 'form',
    input: z.object({ id: z.number().int() }),
    handler: ({ id }, ctx) => {
      if (!removeEntry(id, ctx.locals.visitor)) {
        throw new ActionError({ code: 'FORBIDDEN', message: 'This entry is gone, or it is not yours.' });
      }
      return { id };
    },
  }),
};
