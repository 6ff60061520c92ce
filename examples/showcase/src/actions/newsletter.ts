import { defineAction, redirectTo } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { addReader } from '../data/readers';
import { keepMode } from '../mode';

export const newsletter = defineAction({
  accept: 'form',
  input: z.object({
    email: z.email('Enter an email address, like name@example.com'),
  }),
  handler: ({ email }, ctx) => {
    const isNew = addReader(email);
    return redirectTo(
      keepMode('/thanks', ctx.url),
      { email, isNew },
      { message: isNew ? 'You are on the list.' : 'You were on the list already.' },
    );
  },
});
