import type { Island, Studio } from './island.js';
import { byRules, orderRules, watchFields } from './live.js';
import { orderForm } from './order-form.js';

export type Options = NonNullable<Parameters<typeof orderForm>[0]>;

/** Fields of an order that a press chooses from. */
export const choices = `<fieldset data-action-control="color" aria-describedby="order-color-error">
    <input type="radio" name="color" value="red"><input type="radio" name="color" value="blue">
    <p id="order-color-error" data-action-errors="color" hidden></p></fieldset>
  <select name="size"><option>S</option><option>M</option><option>L</option></select><p data-action-errors="size" hidden></p>
  <input type="checkbox" name="news" checked><p data-action-errors="news" hidden></p>`;

/** Answers as an order's server would. */
export const rules = byRules(orderRules);

/** The same, with what is to be chosen. */
export const allRules = byRules({
  ...orderRules,
  color: (value) => (value === 'blue' ? undefined : 'Not that one'),
  size: (value) => (value === 'L' ? undefined : 'Too small'),
  news: (value) => (value ? undefined : 'Agree'),
});

/** An order form whose fields are checked as `mode` says, on a page of its own. */
export async function openOrder(studio: Studio, mode?: string, options: Options = {}): Promise<Island> {
  const island = await studio.island();
  island.answer(options.fields === choices ? allRules : rules);
  const attributes = `${mode === undefined ? '' : `data-action-validate="${mode}"`} ${options.attributes ?? ''}`;
  await island.open(orderForm({ ...options, attributes }));
  await watchFields(island);
  return island;
}
