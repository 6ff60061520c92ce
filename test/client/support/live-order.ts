import type { Island, Studio } from './island.js';
import { byRules, openLive, orderRules } from './live.js';
import { orderForm, type OrderFormOptions } from './order-form.js';

/** Fields of an order that a press chooses from. */
export const choices = `<fieldset data-action-control="color" aria-describedby="order-color-error">
    <input type="radio" name="color" value="red"><input type="radio" name="color" value="blue">
    <p id="order-color-error" data-action-errors="color" hidden></p></fieldset>
  <select name="size"><option>S</option><option>M</option><option>L</option></select><p data-action-errors="size" hidden></p>
  <input type="checkbox" name="news" checked><p data-action-errors="news" hidden></p>`;

/** Answers as the server would, also about `choices`. */
export const allRules = byRules({
  ...orderRules,
  color: (value) => (value === 'blue' ? undefined : 'Not that one'),
  size: (value) => (value === 'L' ? undefined : 'Too small'),
  news: (value) => (value ? undefined : 'Agree'),
});

/** An order form whose fields are checked as `mode` says, on a page of its own. */
export async function openOrder(studio: Studio, mode?: string, options: OrderFormOptions = {}): Promise<Island> {
  const attributes = `${mode === undefined ? '' : `data-action-validate="${mode}"`} ${options.attributes ?? ''}`;
  const island = await openLive(studio, orderForm({ ...options, attributes }));
  if (options.fields === choices) island.answer(allRules);
  return island;
}
