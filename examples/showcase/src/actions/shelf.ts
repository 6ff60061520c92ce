import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { isFree, reserveShelf, shelfSizes } from '../data/shelves';

const taken = 'There is a shelf of this name already';

export const shelf = defineAction({
  accept: 'form',
  input: z
    .object({
      name: z
        .string()
        .regex(/^[a-z0-9-]{3,20}$/i, 'Use 3 to 20 letters, digits and dashes')
        .refine(isFree, taken)
        .meta({ description: 'It is printed on the shelf. Nobody else has the same.' }),
      size: z
        .enum(keysOf(shelfSizes), 'Choose a size')
        .refine((size) => size !== 'large', 'All large shelves are taken'),
      email: z.email('Enter an email address, like name@example.com'),
      again: z.string().min(1, 'Enter the address again'),
    })
    .refine(({ email, again }) => email === again, {
      path: ['again'],
      error: 'This is not the address above',
      // Said as soon as both are there, whatever else is still to be filled in.
      when: ({ value }) => hasBoth(value),
    }),
  handler: ({ name, size, email }, ctx) => {
    // Between the check and now somebody may have been faster.
    if (!reserveShelf({ name, size, email })) throw ctx.invalid({ name: taken }, { code: 'CONFLICT' });
    return { name };
  },
});

function hasBoth(value: unknown): boolean {
  const { email, again } = Object(value);
  return Boolean(email) && Boolean(again);
}

function keysOf<T extends object>(labels: T): (keyof T)[] {
  // Object.keys forgets which keys they are; the table has no others.
  return Object.keys(labels) as (keyof T)[];
}
