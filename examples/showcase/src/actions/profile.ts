import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { deliveries, inks, saveProfile, topics } from '../data/profiles';

export const profile = defineAction({
  accept: 'form',
  input: z.object({
    name: z.string().trim().min(1, 'Enter your name').meta({ autocomplete: 'name' }),
    // nullish: left out means unchanged, cleared arrives as null.
    website: z.url('Enter a web address, like https://example.com').nullish().meta({ autocomplete: 'url' }),
    birthday: z
      .date('Enter a date')
      .refine(isPast, 'A birthday is in the past')
      .nullish()
      .meta({ autocomplete: 'bday' }),
    ink: z.enum(inks, 'Choose an ink'),
    delivery: z.enum(deliveries, 'Choose how we send things'),
    topics: z.array(z.enum(topics)),
    about: z.string().max(300, 'Keep it below 300 characters').nullish(),
    samples: z.boolean(),
  }),
  handler: (changes, ctx) => saveProfile(changes, ctx.locals.visitor),
});

function isPast(date: Date): boolean {
  return date.getTime() < Date.now();
}
