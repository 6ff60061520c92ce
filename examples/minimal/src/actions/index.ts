import { defineAction, redirectTo } from 'astro-action-forms/server';
import { z } from 'astro/zod';

export const server = {
  newsletter: defineAction({
    accept: 'form',
    input: z.object({ email: z.email('Enter an email address') }),
    handler: async ({ email }) => redirectTo('/thanks', { email }),
  }),
};
