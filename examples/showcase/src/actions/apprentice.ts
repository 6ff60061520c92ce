import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';

const MB = 1_000_000;

/** An application with files: of a form that fails they are kept, so that nobody chooses them twice. */
export const apprentice = defineAction({
  accept: 'form',
  input: z.object({
    name: z.string().min(1, 'Enter your name').meta({ autocomplete: 'name' }),
    email: z.email('Enter an email address, like name@example.com').meta({ autocomplete: 'email' }),
    cv: z
      .file('Choose your CV')
      .mime(['application/pdf', 'text/plain'], 'Send your CV as a PDF or a text')
      .max(2 * MB, 'Choose a CV below 2 MB'),
    samples: z
      .array(
        z.file().mime(['image/png', 'image/jpeg'], 'Send work as PNG or JPEG').max(MB, 'Choose pictures below 1 MB'),
      )
      .max(3, 'Three pieces say enough: remove some'),
    references: z.array(
      z.object({
        from: z.string().min(1, 'Enter who wrote it'),
        letter: z
          .file('Choose the letter')
          .mime(['application/pdf', 'text/plain'], 'Send letters as PDF or text')
          .max(MB, 'Choose a letter below 1 MB'),
      }),
    ),
  }),
  // What the schema allows together, and the texts.
  limits: { bytes: 16 * MB },
  handler: ({ name, cv, samples, references }) => ({
    name,
    received: [cv, ...samples, ...references.map(({ letter }) => letter)].map((file) => file.name),
  }),
});
