import { z } from 'astro/zod';

/** A form in which most depends on something: by a discriminated union, and by declaration. */
export const paymentSchema = z.object({
  payment: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('card'), number: z.string().min(1, 'Enter a number'), note: z.string().optional() }),
    z.object({ kind: z.literal('invoice'), note: z.string().min(1, 'Enter a note') }),
    z.object({ kind: z.literal('cash') }),
  ]),
  colour: z.enum(['red', 'blue']).optional(),
  topics: z.array(z.enum(['a', 'b'])).optional(),
  seats: z.number().optional(),
  gift: z.boolean(),
  phone: z.string().optional(),
});

export type PaymentInput = z.input<typeof paymentSchema>;
