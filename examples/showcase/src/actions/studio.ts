import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { bookDay, days } from '../data/studio-days';
import { requireMember } from '../guards/require-member';

export const studio = {
  book: defineAction({
    accept: 'form',
    use: [requireMember],
    input: z.object({
      day: z.enum(days, 'Choose a day'),
      drums: z.string().trim().min(1, 'Say which colours').max(60, 'Keep it below 60 characters'),
    }),
    handler: ({ day, drums }, ctx) => {
      if (!bookDay(day, drums, ctx.member.id))
        throw ctx.invalid({ day: 'Somebody has this day' }, { code: 'CONFLICT' });
      return { day };
    },
  }),
};
