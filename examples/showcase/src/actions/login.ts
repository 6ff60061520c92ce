import { ActionError, defineAction, redirectTo, safePath } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { findMember } from '../data/members';
import { limitRate } from '../guards/limit-rate';
import { keepMode } from '../mode';
import { endSession, startSession } from '../session';

export const login = defineAction({
  accept: 'form',
  // Guessing passwords takes many tries, and each of them costs a hash.
  use: [limitRate({ points: 30, duration: 60 })],
  input: z.object({
    email: z.email('Enter the email address of your membership').meta({ autocomplete: 'username' }),
    password: z.string().min(1, 'Enter your password').meta({ autocomplete: 'current-password', secret: true }),
    /** Where to go afterwards. The page fixes it, and safePath lets nothing but a path of this site through. */
    next: z.string().optional(),
  }),
  handler: async ({ email, password, next }, ctx) => {
    const member = await findMember(email, password);
    if (!member) throw new ActionError({ code: 'UNAUTHORIZED', message: 'No member has this address and password.' });
    startSession(ctx.cookies, ctx.url, member);
    return redirectTo(keepMode(safePath(next, '/studio'), ctx.url), undefined, {
      message: `Welcome back, ${member.name}.`,
    });
  },
});

export const logout = defineAction({
  accept: 'form',
  handler: (_input, ctx) => {
    endSession(ctx.cookies);
    return redirectTo(keepMode('/login', ctx.url), undefined, { message: 'You are logged out.' });
  },
});
