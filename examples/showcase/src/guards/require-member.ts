import { ActionError, type GuardContext } from 'astro-action-forms/server';

/** Lets members pass, and tells the handler which one it is. What anybody else typed is kept. */
export function requireMember({ locals }: GuardContext) {
  if (!locals.member) {
    throw new ActionError({
      code: 'UNAUTHORIZED',
      message: 'You are not logged in any more. Log in, then send it again.',
    });
  }
  return { member: locals.member };
}
