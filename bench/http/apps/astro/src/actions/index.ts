import { defineAction } from 'astro:actions';
import { orderInput, placeOrder } from '../../../order';

export const server = {
  order: defineAction({ accept: 'form', input: orderInput, handler: placeOrder }),
};
