import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { held, type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const fields = `<textarea name="letter" wrap="hard" cols="10"></textarea>
  <own-number name="number"></own-number><own-list name="list"></own-list>`;
const script = `<script>
  class Own extends HTMLElement {
    static formAssociated = true;
    internals = this.attachInternals();
    blank = this.value;
    formResetCallback() { this.value = this.blank; }
  }
  customElements.define('own-number', class extends Own {
    set value(value) { this.number = value; this.internals.setFormValue(String(value)); }
    get value() { return this.number ?? 1; }
  });
  customElements.define('own-list', class extends Own {
    set value(list) {
      this.all = list;
      const data = new FormData();
      for (const each of list) data.append('list', each);
      this.internals.setFormValue(data);
    }
    get value() { return this.all ?? []; }
  });
  document.addEventListener('actionform:submit', ({ detail: { formData } }) => {
    if (formData.has('email')) formData.set('email', formData.get('email').trim());
  });
  document.addEventListener('formdata', ({ formData }) => formData.set('note', formData.get('note').trim()));
</script>`;

async function open(reset: 'clear' | 'keep'): Promise<Island> {
  const island = await studio.island();
  const form = orderForm({ fields, reset, attributes: 'data-action-unsaved="mark"' });
  await island.open(form.replace('type="email"', 'type="search"') + script);
  return island;
}

async function fillIn(page: Page): Promise<void> {
  await page.fill('[name=email]', ' ada@example.org ');
  await page.fill('[name=note]', 'hello\n');
  await page.fill('[name=letter]', 'more than one line of ten letters');
  await page.evaluate(() => {
    Object.assign(document.querySelector('own-number')!, { value: 5 });
    Object.assign(document.querySelector('own-list')!, { value: ['a', 'b'] });
  });
}

/** What the controls hold. */
function shown({ page }: Island): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const named = [...document.forms[0]!.elements] as HTMLInputElement[];
    const fields = named.filter(({ type }) => !/^(hidden|submit)$/.test(type));
    return Object.fromEntries(fields.map((each) => [each.getAttribute('name'), each.value]));
  });
}

const blank = { email: '', note: '', letter: '', number: 1, list: [] };

test('E1 clear: what was wrapped or trimmed on the way, or is no text, is reset as well', async () => {
  const island = await open('clear');
  await fillIn(island.page);
  await submitted(island);
  expect(await shown(island)).toEqual(blank);
});

test('E17 clear: what of it is edited again while it is sent stays', async () => {
  const island = await open('clear');
  const { page } = island;
  const { responder, release } = held();
  island.answer(responder);
  await fillIn(page);
  await submitted(island, async () => {
    await page.click('button');
    await page.fill('[name=note]', 'hello, and more');
    await page.fill('[name=letter]', 'one line');
    release();
  });
  expect(await shown(island)).toEqual({ ...blank, note: 'hello, and more', letter: 'one line' });
});

test('E1 keep: it is the default as it is shown, and nothing counts as changed', async () => {
  const island = await open('keep');
  const { page } = island;
  await fillIn(page);
  const typed = await shown(island);
  await submitted(island);
  expect(await page.locator('[data-action-dirty]').count()).toBe(0);
  await page.evaluate(() => document.forms[0]!.reset());
  expect(await shown(island)).toEqual({ ...typed, number: 1, list: [] });
});
