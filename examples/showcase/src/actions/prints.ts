import { setTimeout } from 'node:timers/promises';
import { ActionError, defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { printIds, setLike } from '../data/prints';

export const prints = {
  like: defineAction({
    accept: 'form',
    input: z.object({ id: z.enum(printIds), liked: z.boolean() }),
    handler: async ({ id, liked }, ctx) => {
      if (id === 'misprint') {
        // Long enough to see what was shown meanwhile.
        await setTimeout(1000);
        throw new ActionError({ code: 'CONFLICT', message: 'Nobody likes a misprint.' });
      }
      setLike(id, liked, ctx.locals.visitor);
      return { id, liked };
    },
  }),
};
