import { defineAction, redirectTo } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { paints } from '../paints';

export const server = {
  mix: defineAction({
    accept: 'form',
    input: z.object({
      name: z.string().trim().min(1, 'Name the paint').max(40, 'Keep the name below 40 characters'),
      colour: z
        .string()
        .max(7, 'Seven characters are enough')
        .regex(/^#[\da-fA-F]{6}$/, 'Write a # and six digits'),
    }),
    handler: (paint) => {
      paints.push(paint);
      return paint;
    },
  }),

  rate: defineAction({
    accept: 'form',
    input: z.object({
      title: z.string().trim().min(1, 'Name the book').max(80, 'Keep the title below 80 characters'),
      stars: z.number('Choose one to five stars').int().min(1).max(5),
    }),
    handler: (rating) => redirectTo('/rated', rating),
  }),
};
