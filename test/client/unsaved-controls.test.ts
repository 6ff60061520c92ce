import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Island, startStudio, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const script = `<script>
  customElements.define('own-box', class extends HTMLElement {
    static formAssociated = true;
    value = ['a'];
  });
  customElements.define('own-text', class extends HTMLElement {
    static formAssociated = true;
    value = 'a';
    defaultValue = 'a';
    formResetCallback() {
      this.value = this.defaultValue;
    }
  });
</script>`;

async function open(control: string): Promise<Island> {
  const island = await studio.island();
  await island.open(orderForm({ fields: control, attributes: 'data-action-unsaved="mark"' }) + script);
  return island;
}

function dirty({ page }: Island): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-action-dirty]')].map((part) => part.getAttribute('name') ?? part.localName),
  );
}

const controls = [
  ['a range without a value', '<input type="range" name="it">', '10'],
  ['a range whose value is out of bounds', '<input type="range" name="it" max="5" value="9">', '1'],
  ['a colour without a value', '<input type="color" name="it">', '#ff0000'],
  ['a time with seconds', '<input type="datetime-local" name="it" value="2026-01-02T10:00:00">', '2026-01-02T11:00'],
  ['an email address with blanks', '<input type="email" name="it" value=" a@b.example ">', 'b@b.example'],
  ['a list of lines', '<textarea name="it">\none\ntwo</textarea>', 'one'],
  [
    'a choice whose first option is disabled',
    '<select name="it"><option disabled>Choose</option><option>b</option><option>c</option></select>',
    'c',
  ],
  [
    'a choice whose first options are in a disabled group',
    '<select name="it"><optgroup disabled><option>a</option></optgroup><option>b</option><option>c</option></select>',
    'c',
  ],
  ['a choice with two defaults', '<select name="it"><option selected>a<option selected>b<option>c</select>', 'c'],
  ['a choice of one in several lines', '<select name="it" size="3"><option>a<option>b</select>', 'b'],
  ['a choice of nothing', '<select name="it"><option disabled>Choose</option></select>', undefined],
  ['an element of its own without a default', '<own-box name="it"></own-box>', undefined],
  ['an element of its own with a default', '<own-text name="it"></own-text>', 'b'],
] as const;

test.each(controls)('E20 %s is not changed until somebody does, nor after a success', async (_, control, other) => {
  const island = await open(control);
  const { page } = island;
  await page.fill('[name=note]', 'x');
  expect(await dirty(island)).toEqual(['form', 'note']);
  if (other !== undefined) {
    await page.evaluate((value) => {
      const it = document.querySelector<HTMLInputElement>('[name=it]')!;
      it.value = value;
      it.dispatchEvent(new Event('input', { bubbles: true }));
    }, other);
    expect(await dirty(island)).toEqual(['form', 'note', 'it']);
  }
  await submitted(island);
  expect(await dirty(island)).toEqual([]);
});
