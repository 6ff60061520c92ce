import { defineAction } from 'astro-action-forms/server';
import { orderInput, placeLongOrder, placeOrder } from '../../../order';

export const server = {
  order: defineAction({ accept: 'form', input: orderInput, handler: placeOrder }),
  once: defineAction({ accept: 'form', once: true, input: orderInput, handler: placeOrder }),
  long: defineAction({ accept: 'form', input: orderInput, handler: placeLongOrder }),
};
