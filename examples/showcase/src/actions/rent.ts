import { defineAction } from 'astro-action-forms/server';
import { z } from 'astro/zod';

const wanted = {
  holder: 'Enter the name on the card',
  number: 'Enter the digits on the front of the card',
  company: 'Enter the name of the company',
  vat: 'Enter a VAT number, like DE123456789',
};

/**
 * What depends on a choice is in the option of a union: the others are neither asked for nor read. Each text is asked for twice,
 * since a field that is not in the page yet sends nothing at all.
 */
const payment = z.discriminatedUnion(
  'by',
  [
    z.object({
      by: z.literal('card'),
      holder: z
        .string(wanted.holder)
        .min(1, wanted.holder)
        .meta({ autocomplete: 'cc-name', label: 'Name on the card' }),
      number: z
        .string(wanted.number)
        .regex(/^(?:\d ?){12,18}\d$/, wanted.number)
        .meta({ autocomplete: 'cc-number', inputmode: 'numeric', label: 'Card number' }),
    }),
    z.object({
      by: z.literal('invoice'),
      email: z.email('Enter an email address, like name@example.com').meta({ label: 'Where the invoice goes' }),
    }),
    z.object({
      by: z.literal('company'),
      company: z.string(wanted.company).min(1, wanted.company).meta({ autocomplete: 'organization' }),
      vat: z
        .string(wanted.vat)
        .regex(/^[A-Z]{2}[0-9A-Z]{8,12}$/, wanted.vat)
        .meta({ label: 'VAT number', hint: 'Two letters, then digits: DE123456789.' }),
    }),
  ],
  'Choose how you pay',
);

export const rent = defineAction({
  accept: 'form',
  input: z
    .object({
      name: z.string().trim().min(1, 'Enter your name').meta({ autocomplete: 'name' }),
      payment,
      helper: z.boolean(),
      task: z.string().trim().max(200, 'Keep it below 200 characters').optional(),
      ink: z.enum(['house', 'own'], 'Choose whose ink'),
      colour: z.string().trim().max(40, 'Keep it below 40 characters').optional(),
      late: z.boolean(),
      phone: z
        .string()
        .trim()
        .max(30, 'Keep it below 30 characters')
        .optional()
        .meta({ autocomplete: 'tel', type: 'tel' }),
    })
    .refine(({ late, phone }) => !late || phone !== undefined, {
      path: ['phone'],
      error: 'Enter a number: at night somebody has to let you in',
    }),
  handler: ({ name, payment: { by } }) => ({ name, by }),
});
