import type { Island, Received, Reply, Studio } from './island.js';
import { inputError, json } from './island.js';
import { orderForm, type OrderFormOptions } from './order-form.js';
import { eventually } from './steps.js';

/** What is wrong with a value, or nothing. */
export type Rule = (value: string, form: URLSearchParams) => string | undefined;

/** Has the page check fields, and waits until it does. */
export async function watchFields({ page }: Island): Promise<void> {
  await page.evaluate(() => customElements.get('action-form')!.kit.live());
}

/** Waits until the island watches by itself, as it does after a failure. */
export async function watching({ page }: Island): Promise<void> {
  await page.waitForFunction(() => Symbol.for('astro-action-forms.live') in document);
}

/** What is wrong with the fields that every order form has. */
export const orderRules: Readonly<Record<string, Rule>> = {
  email: (value) => (value.includes('@') ? undefined : 'Enter an email address'),
  note: (value) => (value.length > 2 ? undefined : 'Too short'),
};

/** Answers as the server of an order form would. */
export const rules = byRules(orderRules);

/** An order form whose fields are checked when they are left. */
export function liveForm(options: OrderFormOptions = {}): string {
  return orderForm({ ...options, attributes: `data-action-validate="blur" ${options.attributes ?? ''}` });
}

/** Opens a page with order forms that are checked by their rules. */
export async function openLive(studio: Studio, body: string, { head = '' } = {}): Promise<Island> {
  const island = await studio.island();
  island.answer(rules);
  await island.open(body, { head });
  await watchFields(island);
  return island;
}

/** Answers checks and submissions by rules, as the server does by a schema. */
export function byRules(rules: Record<string, Rule>) {
  return (request: Received): Reply => {
    const form = new URLSearchParams(request.body);
    const asked = askedOf(request);
    const issues = Object.entries(rules).flatMap(([name, rule]) => {
      const message = rule(form.get(name) ?? '', form);
      return message && (asked === undefined || asked.includes(name))
        ? message.split('|').map((text) => ({ path: [name], name, message: text, code: 'custom' }))
        : [];
    });
    if (asked) return json(200, { issues });
    return issues.length ? inputError(...issues) : { status: 204 };
  };
}

/** The fields that a request asks to have checked. */
export function askedOf({ headers }: Received): string[] | undefined {
  const header = headers['x-action-validate'];
  return header === undefined ? undefined : String(header).split(',').map(decodeURIComponent);
}

/** The fields of each check so far. */
export function checks({ calls }: Island): string[][] {
  return calls.map(askedOf).filter((asked) => asked !== undefined);
}

/** Acts, and waits until what this has checked is answered and shown. */
export async function checked(island: Island, act: () => Promise<unknown>): Promise<void> {
  const before = checks(island).length;
  const answered = island.page.waitForResponse((response) => 'x-action-validate' in response.request().headers());
  await act();
  await eventually(() => checks(island).length).toBe(before + 1);
  await (await answered).finished();
  // What follows an answer is done in microtasks and in one task more.
  await island.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
}

declare global {
  interface CustomElementRegistry {
    get(name: 'action-form'): typeof import('../../../src/client/action-form-element.js').ActionFormElement | undefined;
  }
}
