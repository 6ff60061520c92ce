import { defineAction, redirectTo } from 'astro-action-forms/server';
import { z } from 'astro/zod';
import { findProduct, findSoldOut } from '../data/catalogue';
import { saveOrder } from '../data/orders';
import { keepMode } from '../mode';

export const order = defineAction({
  accept: 'form',
  once: true,
  input: z.object({
    email: z.email('Enter an email address, like name@example.com'),
    address: z.object({
      street: z.string().min(1, 'Enter a street and number').meta({ autocomplete: 'address-line1' }),
      zip: z
        .string()
        .regex(/^\d{5}$/, 'Enter a ZIP code of five digits')
        .meta({ autocomplete: 'postal-code', inputmode: 'numeric' }),
    }),
    items: z
      .array(
        z.object({
          sku: z
            .string()
            .min(1, 'Enter a code from the price list')
            .refine((sku) => sku === '' || findProduct(sku), 'Nothing in the price list has this code'),
          qty: z
            .number('Enter how many')
            .int('Enter a whole number')
            .min(1, 'Order at least one')
            .max(99, 'Order 99 at most'),
        }),
      )
      .min(1, 'Order something')
      .max(20, 'Order 20 different things at most'),
  }),
  handler: (input, ctx) => {
    const row = findSoldOut(input.items);
    if (row >= 0) throw ctx.invalid({ [`items[${row}].sku`]: 'Sold out' }, { code: 'CONFLICT' });
    const id = saveOrder(input, ctx.locals.visitor);
    return redirectTo(
      keepMode(`/orders/${id}`, ctx.url),
      { id },
      { message: 'Thank you. Your order is in the drying rack.' },
    );
  },
});
