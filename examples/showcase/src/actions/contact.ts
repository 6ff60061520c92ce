import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';

/** A word of each language that this form speaks. */
const in2 = (english: string, german: string) => (locale: string) => (locale.startsWith('de') ? german : english);

export const contact = defineAction({
  accept: 'form',
  input: z.object({
    name: z
      .string()
      .min(2)
      .meta({ label: in2('Your name', 'Name') }),
    email: z.email().meta({ label: in2('Email', 'E-Mail-Adresse') }),
    topic: z.enum(['order', 'visit', 'other']).meta({
      label: in2('What it is about', 'Worum es geht'),
      labels: (locale: string) =>
        locale.startsWith('de')
          ? { order: 'Eine Bestellung', visit: 'Ein Besuch', other: 'Etwas anderes' }
          : { order: 'An order', visit: 'A visit', other: 'Something else' },
    }),
    message: z
      .string()
      .min(10)
      .max(500)
      .meta({
        label: in2('Message', 'Nachricht'),
        hint: in2('We read German and English', 'Wir lesen Deutsch und Englisch'),
      }),
  }),
  // A studio that is made up has nobody who would read it.
  handler: ({ topic }) => ({ topic }),
});
