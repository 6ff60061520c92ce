import { defineAction, redirectTo } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { removeReader } from '../data/readers';
import { keepMode } from '../mode';

/** The second button of the newsletter's form. Its answer does not tell who was on the list. */
export const unsubscribe = defineAction({
  accept: 'form',
  input: z.object({
    email: z.email('Enter the address that the letter goes to'),
  }),
  handler: ({ email }, ctx) => {
    removeReader(email);
    return redirectTo(keepMode('/thanks', ctx.url), { email }, { message: 'You are off the list.' });
  },
});
