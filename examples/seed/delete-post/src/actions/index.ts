import { defineAction, ActionError } from 'astro:actions';
import { z } from 'astro:schema';

export const server = {
  deletePost: defineAction({
    input: z.object({ id: z.string() }),
    handler: async ({ id }, ctx) => {
      const user = ctx.locals.user;
      if (!user) {
        throw new ActionError({
          code: 'UNAUTHORIZED',
          message: 'You must be logged in.',
        });
      }
      return { deleted: id };
    },
  }),
};
