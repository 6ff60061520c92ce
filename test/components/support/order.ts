import { z } from 'astro/zod';

/** The order of the design, with one field of each kind that a first form has. */
export const orderSchema = z.object({
  email: z.email('Enter an email address'),
  address: z.object({ street: z.string().min(1, 'Enter a street'), zip: z.string().regex(/^\d{5}$/) }),
  color: z.enum(['red', 'dark-green']),
  items: z
    .array(z.object({ sku: z.string().min(1), qty: z.number().int().min(1).max(99) }))
    .min(1)
    .max(20),
  tags: z.array(z.string()).optional(),
  agree: z.boolean(),
});

export type OrderInput = z.input<typeof orderSchema>;
