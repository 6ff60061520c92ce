import { z } from 'astro/zod';

/** One schema for all contestants: kinds that plain Astro reads out of a form too. */
export const orderInput = z.object({
  email: z.email(),
  name: z.string().min(1).max(80),
  size: z.enum(['small', 'medium', 'large']),
  quantity: z.number().int().min(1).max(99),
  gift: z.boolean(),
  note: z.string().max(500).optional(),
});

export type Order = z.output<typeof orderInput>;

/** What a handler gives. */
export interface Receipt {
  readonly reference: string;
  readonly total: number;
  readonly thanks: string;
  readonly gift: boolean;
  readonly lines?: readonly string[];
}

/** What every contestant's handler does. It costs nothing, so that the way there is what is measured. */
export function placeOrder({ name, quantity, size, gift }: Order): Receipt {
  return { reference: `${size}-${quantity}`, total: quantity * 1250, thanks: `Thank you, ${name}`, gift };
}

/** The same with a list that fits in no cookie: it has to wait in a store for the page that shows it. */
export function placeLongOrder(order: Order): Receipt {
  const lines = Array.from({ length: 200 }, (_, line) => `${line}: ${order.size} ${order.name}`);
  return { ...placeOrder(order), lines };
}
